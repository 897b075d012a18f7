import type { LightboxWords } from '../english/lightbox.js';

export const arabicLightboxWords: LightboxWords = {
  padding: 'حشو: يدخل في السعر وليس من الصورة',
};
