import type { PdfWords } from '../english/pdf.js';
import { formatNumber } from '../format-number.js';

export const arabicPdfWords: PdfWords = {
  pagesOf: (fileName) => `صفحات ${fileName}`,
  pages: 'الصفحات',
  page: (number) => `صفحة ${formatNumber(number, 'ar')}`,
  imageName: (fileName, number) => `${fileName}، صفحة ${number}`,
  opening: 'جارٍ فتح ملف PDF…',
  making: (done, count) =>
    `جارٍ رسم الصفحة ${formatNumber(done, 'ar')} من ${formatNumber(count, 'ar')}…`,
  passwordHint: 'ملف PDF هذا محمي. تبقى كلمة مروره على هذا الجهاز.',
  password: 'كلمة المرور',
  wrongPassword: 'كلمة المرور غير صحيحة. حاول مرة أخرى.',
  open: 'فتح',
  attach: 'إرفاق كملف',
  noPreview: 'لا توجد معاينة',
};
