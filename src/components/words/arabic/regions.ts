import { countIn } from '../count-in.js';
import type { RegionWords } from '../english/regions.js';
import { formatNumber } from '../format-number.js';

const number = (value: number): string => formatNumber(value, 'ar');

export const arabicRegionWords: RegionWords = {
  inImage: (count, imageNumber) =>
    `${countIn('ar', count, {
      zero: 'لا مناطق',
      one: 'منطقة واحدة',
      two: 'منطقتان',
      few: '# مناطق',
      many: '# منطقة',
      other: '# منطقة',
    })} في الصورة ${number(imageNumber)}`,
  unnamed: (index) => `المنطقة ${number(index)}`,
  show: 'إظهار على الصورة',
  hide: 'إخفاء من الصورة',
  outside: 'خارج الصورة جزئيًا',
  copySvg: 'نسخ بصيغة SVG',
  copyJson: 'نسخ بصيغة JSON',
  showAll: (count) => `إظهار الكل (${number(count)})`,
  imageGone: (label, imageNumber) =>
    `${label ? `«${label}»` : 'منطقة'} في الصورة ${number(imageNumber)}، وهي ليست في هذه المحادثة.`,
  sizeUnknown: (label, imageNumber) =>
    `يتعذّر رسم ${label ? `«${label}»` : 'منطقة'} لأن حجم الصورة ${number(imageNumber)} غير معروف.`,
};
