/** The words of the interface in German. */
export { germanBatchWords } from './batch.js';
export { germanWords } from './words.js';
