/** The words of the lightbox that load with the first image that is opened. */
export interface LightboxWords {
  /** Shows and hides the facts and the description of an image. */
  details: string;
  /** Legend of the hatched area next to an image. */
  padding: string;
}

export const englishLightboxWords: LightboxWords = {
  details: 'Details',
  padding: 'Padding: part of the price, but not of the image',
};
