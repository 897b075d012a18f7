import { countIn } from '../count-in.js';
import type { ChoosingWords } from '../english/choosing.js';
import { formatNumber } from '../format-number.js';

const inWords = (value: number): string => formatNumber(value, 'ar');

export const arabicChoosingWords: ChoosingWords = {
  all: 'الكل',
  none: 'لا شيء',
  rangeHint: 'مثال: 1-3, 7',
  badRange: (count) => `استخدم أرقامًا من ${inWords(1)} إلى ${inWords(count)}، مثل 1-3, 7.`,
  chosen: (chosen, count) => `تم اختيار ${inWords(chosen)} من ${inWords(count)}`,
  tooMany: (room) => `المكان يتسع لعدد ${inWords(room)} فقط. اختر عددًا أقل.`,
  notShown: (shown) => `يظهر أول ${inWords(shown)}. اكتب أرقام البقية.`,
  add: (count) =>
    count === 0
      ? 'إضافة'
      : countIn('ar', count, {
          one: 'إضافة صورة واحدة',
          two: 'إضافة صورتين',
          few: 'إضافة # صور',
          many: 'إضافة # صورة',
          other: 'إضافة # صورة',
        }),
};
