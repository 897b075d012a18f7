/** The words of the lightbox that load with the first image that is opened. */
export interface LightboxWords {
  /** Legend of the hatched area next to an image. */
  padding: string;
}

export const englishLightboxWords: LightboxWords = {
  padding: 'Padding: part of the price, but not of the image',
};
