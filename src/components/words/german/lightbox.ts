import type { LightboxWords } from '../english/lightbox.js';

export const germanLightboxWords: LightboxWords = {
  padding: 'Auffüllung: gehört zum Preis, nicht zum Bild',
};
