/** The words for images that are described to a model that reads text only. They load with the tray and the conversation. */
export interface DescribingWords {
  /** Of an image, in place of its price. */
  willBeDescribed: string;
  /** Above the descriptions of a message's images. */
  descriptions: (count: number) => string;
}

export const englishDescribingWords: DescribingWords = {
  willBeDescribed: 'will be described',
  descriptions: (count) =>
    count === 1
      ? 'Sent as a description by another model'
      : `${count} images sent as descriptions by another model`,
};
