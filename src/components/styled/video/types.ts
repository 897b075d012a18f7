import type { FileFacts } from '../../../intake/file-source.js';
import type { SheetPlan } from '../../../video/contact-sheet.js';
import type { VideoWords } from '../../words/english/video.js';

/** Facts that `expandFile` is not given. */
export type VideoFacts = Pick<FileFacts, 'info' | 'format'>;

/** What the user chose of a video. */
export interface FrameChoice {
  /** In order. */
  timesS: readonly number[];
  /** Set for one image of all frames. */
  sheet?: SheetPlan;
  /** Words for the descriptions of the images, in the language of the chooser. */
  words: Pick<VideoWords, 'frameAlt' | 'sheetAlt' | 'sheetName'>;
}

/** A chosen frame in the list of the chooser. */
export interface ChosenFrame {
  timeS: number;
  /** Object URL of its thumbnail. */
  url: string;
}
