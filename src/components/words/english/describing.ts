/**
 * The words for images that are described to a model that only reads text. They load with the tray and the
 * conversation.
 */
export interface DescribingWords {
  /** Shown on an image, in place of its cost. */
  willBeDescribed: string;
  /** Heading of the descriptions of a message's images. */
  descriptions: (count: number) => string;
}

export const englishDescribingWords: DescribingWords = {
  willBeDescribed: 'as text',
  descriptions: (count) =>
    count === 1
      ? 'Sent as a description by another model'
      : `${count} images sent as descriptions by another model`,
};
