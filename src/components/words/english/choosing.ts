import { formatNumber } from '../format-number.js';

/** Words for choosing parts of a file, such as pages of a PDF. They load with the chooser. */
export interface ChoosingWords {
  /** Chooses every part. */
  all: string;
  /** Chooses no part. */
  none: string;
  /** How to write ranges in their field. */
  rangeHint: string;
  /** For text in that field which names no parts of the file. */
  badRange: (count: number) => string;
  chosen: (chosen: number, count: number) => string;
  /** For a choice of more than are accepted. */
  tooMany: (room: number) => string;
  /** Parts after the first ones, which have no thumbnail. */
  notShown: (shown: number) => string;
  /** Adds the chosen parts. */
  add: (count: number) => string;
}

const inWords = (value: number): string => formatNumber(value, 'en');

export const englishChoosingWords: ChoosingWords = {
  all: 'All',
  none: 'None',
  rangeHint: 'For example 1-3, 7',
  badRange: (count) => `Use numbers from 1 to ${inWords(count)}, such as 1-3, 7.`,
  chosen: (chosen, count) => `${inWords(chosen)} of ${inWords(count)} chosen`,
  tooMany: (room) =>
    room === 1
      ? 'There is room for one. Choose fewer.'
      : `There is room for ${inWords(room)}. Choose fewer.`,
  notShown: (shown) => `The first ${inWords(shown)} are shown. Type the numbers of the others.`,
  add: (count) =>
    count === 0 ? 'Add' : count === 1 ? 'Add 1 image' : `Add ${inWords(count)} images`,
};
