/** What the batch hooks take and give. */
import type {
  BatchPicture,
  BatchPictureProblem,
  BatchRow,
  BatchStep,
} from '../../batch/image-types.js';
import type { BatchFile, BatchJob } from '../../batch/types.js';
import type { Connection } from '../../chat/types.js';
import type { KitError } from '../../errors.js';
import type { ImageDetail } from '../../models/types.js';
import type { ImageQueueHookOptions } from '../types.js';

export interface BatchOptions extends Pick<ImageQueueHookOptions, 'prepare' | 'pipeline'> {
  /** Whose model is asked. Its wire format has to know batches. */
  connection: Connection;
  /** Instructions for the model, sent with each image. */
  system?: string;
  /** How closely the model looks at each image. @defaultValue 'auto' */
  detail?: ImageDetail;
  /** The question to begin with. */
  initialQuestion?: string;
  /** Key in `localStorage` that keeps the ids of what was submitted, so that a reload goes on. */
  storageKey?: string;
  /** Before the second look at a batch; each wait is half as long again. @defaultValue 5_000 */
  firstDelayMs?: number;
  /** The longest wait between two looks at a batch. @defaultValue 60_000 */
  maxDelayMs?: number;
}

export interface Batch {
  step: BatchStep;
  images: readonly BatchPicture[];
  addImages: (pictures: readonly BatchPicture[]) => void;
  clearImages: () => void;
  question: string;
  setQuestion: (question: string) => void;
  /** Makes every image fit and writes the files. */
  write: () => Promise<void>;
  /** Stops the writing. */
  stop: () => void;
  /** Images that have been looked at while writing. */
  writtenCount: number;
  files: readonly BatchFile[];
  problems: readonly BatchPictureProblem[];
  /** Hands the files over, those that were not yet. */
  submit: () => Promise<void>;
  /** Asks the provider to stop. What is done by then is still delivered. */
  cancel: () => Promise<void>;
  jobs: readonly BatchJob[];
  counts: BatchJob['requestCounts'];
  rows: readonly BatchRow[];
  isReadingResults: boolean;
  /** Why it does not go on, in the step it is at. */
  error: KitError | undefined;
  /** Looks again at once, after an error. */
  refetch: () => void;
  /** Forgets everything, also what the storage keeps. The batches themselves go on. */
  startOver: () => void;
}
