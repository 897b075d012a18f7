import type { LightboxWords } from '../english/lightbox.js';

export const arabicLightboxWords: LightboxWords = {
  details: 'التفاصيل',
  padding: 'حشو: يدخل في السعر وليس من الصورة',
};
