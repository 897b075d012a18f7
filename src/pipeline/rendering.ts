/** What a pipeline loads with its first image, while the head of that is read. */
export { prepareNotes } from './prepare-notes.js';
export { renderSomewhere } from './render-somewhere.js';
export { createWorkerPool } from './worker/worker-client.js';
