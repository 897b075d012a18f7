/** Options and results of the batch hooks. */
import type {
  BatchImage,
  BatchImageProblem,
  BatchRow,
  BatchStep,
} from '../../batch/image-types.js';
import type { BatchFile, BatchJob } from '../../batch/types.js';
import type { Connection } from '../../chat/types.js';
import type { KitError } from '../../errors.js';
import type { ImageDetail } from '../../models/types.js';
import type { ResponseSchema } from '../../objects/types.js';
import type { UseImageQueueOptions } from '../types.js';

export interface UseBatchOptions extends Pick<UseImageQueueOptions, 'prepare' | 'pipeline'> {
  /** Connection to the model. Its wire format has to support batches. */
  connection: Connection;
  /** Instructions for the model, sent with each image. */
  system?: string;
  /** How closely the model looks at each image. @defaultValue 'auto' */
  detail?: ImageDetail;
  /** The shape of each answer: it becomes an object, shown with a column for each field. @defaultValue answers in words */
  responseSchema?: ResponseSchema;
  /** The question to begin with. */
  initialQuestion?: string;
  /** Key in `localStorage` for the ids of what was submitted, so that a batch continues after a reload. */
  storageKey?: string;
  /** Wait before the second poll of a batch; each further wait is half as long again. @defaultValue 5_000 */
  firstDelayMs?: number;
  /** Longest wait between two polls of a batch. @defaultValue 60_000 */
  maxDelayMs?: number;
}

export interface UseBatchResult {
  step: BatchStep;
  images: readonly BatchImage[];
  addImages: (images: readonly BatchImage[]) => void;
  clearImages: () => void;
  question: string;
  setQuestion: (question: string) => void;
  /** Resizes every image to fit and writes the files. */
  write: () => Promise<void>;
  /** Stops the writing. */
  stop: () => void;
  /** Number of images processed while writing. */
  writtenCount: number;
  files: readonly BatchFile[];
  problems: readonly BatchImageProblem[];
  /** Submits the files that have not been submitted yet. */
  submit: () => Promise<void>;
  /** Asks the provider to stop. Results that are ready by then are still delivered. */
  cancel: () => Promise<void>;
  jobs: readonly BatchJob[];
  counts: BatchJob['requestCounts'];
  rows: readonly BatchRow[];
  /** Names of the fields of `responseSchema`; empty without one, or if it describes no objects. */
  fields: readonly string[];
  isReadingResults: boolean;
  /** Why the current step failed. */
  error: KitError | undefined;
  /** Polls again at once, after an error. */
  refetch: () => void;
  /** Forgets everything, including what is stored. The batches themselves continue at the provider. */
  startOver: () => void;
}
