/** The words of the interface in Arabic. */
export { arabicBatchWords } from './batch.js';
export { arabicWords } from './words.js';
