import type { KitError } from '../errors.js';
import type { BatchResult } from './types.js';

export interface BatchPicture {
  file: Blob;
  name: string;
}

/** `choosing` until files are made, `written` until they are submitted, `ended` when every batch has. */
export type BatchStep = 'choosing' | 'writing' | 'written' | 'submitting' | 'running' | 'ended';

/** An image that is in no file. */
export interface BatchPictureProblem {
  name: string;
  error: KitError;
}

export interface BatchRow {
  /** Of the image, or the id of its request after a reload. */
  name: string;
  result: BatchResult;
  /** While the page is open. */
  picture?: Blob;
}
