import { countIn } from '../count-in.js';
import type { ChoosingWords } from '../english/choosing.js';
import { formatNumber } from '../format-number.js';

const inWords = (value: number): string => formatNumber(value, 'de');

export const germanChoosingWords: ChoosingWords = {
  all: 'Alle',
  none: 'Keine',
  rangeHint: 'Zum Beispiel 1-3, 7',
  badRange: (count) => `Bitte Zahlen von 1 bis ${inWords(count)} angeben, zum Beispiel 1-3, 7.`,
  chosen: (chosen, count) => `${inWords(chosen)} von ${inWords(count)} ausgewählt`,
  tooMany: (room) => `Es ist nur Platz für ${inWords(room)}. Bitte weniger auswählen.`,
  notShown: (shown) =>
    `Die ersten ${inWords(shown)} sind zu sehen. Für die anderen bitte die Nummern eingeben.`,
  add: (count) =>
    count === 0
      ? 'Hinzufügen'
      : countIn('de', count, { one: '# Bild hinzufügen', other: '# Bilder hinzufügen' }),
};
