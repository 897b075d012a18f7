import type { KitError } from '../errors.js';
import type { BatchResult } from './types.js';

export interface BatchImage {
  file: Blob;
  name: string;
}

/** `choosing` until files are written, `written` until they are submitted, `ended` when every batch has ended. */
export type BatchStep = 'choosing' | 'writing' | 'written' | 'submitting' | 'running' | 'ended';

/** An image that could not be included in a file. */
export interface BatchImageProblem {
  name: string;
  error: KitError;
}

export interface BatchRow {
  /** Name of the image, or the id of its request after a reload. */
  name: string;
  result: BatchResult;
  /** The image, as long as the page is open. */
  image?: Blob;
}
