import type { DescribingWords } from '../english/describing.js';
import { countIn } from '../count-in.js';

export const arabicDescribingWords: DescribingWords = {
  willBeDescribed: 'كنص',
  descriptions: (count) =>
    countIn('ar', count, {
      one: 'أُرسل وصف للصورة من نموذج آخر',
      two: 'أُرسل وصف للصورتين من نموذج آخر',
      few: 'أُرسل وصف # صور من نموذج آخر',
      many: 'أُرسل وصف # صورة من نموذج آخر',
      other: 'أُرسل وصف # صورة من نموذج آخر',
    }),
};
