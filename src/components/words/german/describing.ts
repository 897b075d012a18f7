import type { DescribingWords } from '../english/describing.js';

export const germanDescribingWords: DescribingWords = {
  willBeDescribed: 'als Text',
  descriptions: (count) =>
    count === 1
      ? 'Als Beschreibung eines anderen Modells gesendet'
      : `${count} Bilder als Beschreibungen eines anderen Modells gesendet`,
};
