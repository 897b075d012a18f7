export { createBatchFiles } from './create-batch-files.js';
export { cancelBatch, pollBatch, readBatch } from './poll-batch.js';
export type { PollBatchOptions } from './poll-batch.js';
export { readBatchResults } from './read-batch-results.js';
export type { ReadBatchResultsOptions } from './read-batch-results.js';
export { submitBatch } from './submit-batch.js';
export type { SubmitBatchOptions } from './submit-batch.js';
export type {
  BatchAnswer,
  BatchConnection,
  BatchFile,
  BatchFiles,
  BatchFilesOptions,
  BatchJob,
  BatchRejection,
  BatchRequest,
  BatchResult,
  BatchStatus,
} from './types.js';
export { batchCsv, batchJsonl } from './batch-table.js';
