import { countIn } from '../count-in.js';

/** The words for places in images that an answer points out. They load with the first of them. */
export interface RegionWords {
  inImage: (count: number, imageNumber: number) => string;
  /** Name of a region without a label, counted from 1. */
  unnamed: (number: number) => string;
  show: string;
  hide: string;
  /** After a region's name. */
  outside: string;
  copySvg: string;
  copyJson: string;
  showAll: (count: number) => string;
  /** In place of a region that cannot be drawn. Without a label, `label` is empty. */
  imageGone: (label: string, imageNumber: number) => string;
  sizeUnknown: (label: string, imageNumber: number) => string;
}

export const englishRegionWords: RegionWords = {
  inImage: (count, imageNumber) =>
    `${countIn('en', count, { one: '# place', other: '# places' })} in image ${imageNumber}`,
  unnamed: (number) => `Place ${number}`,
  show: 'Show on image',
  hide: 'Hide on image',
  outside: 'partly outside of the image',
  copySvg: 'Copy as SVG',
  copyJson: 'Copy as JSON',
  showAll: (count) => `Show all ${count}`,
  imageGone: (label, imageNumber) =>
    `${label ? `“${label}”` : 'A place'} is in image ${imageNumber}, which is not in this chat.`,
  sizeUnknown: (label, imageNumber) =>
    `${label ? `“${label}”` : 'A place'} cannot be drawn, since the size of image ${imageNumber} is unknown.`,
};
