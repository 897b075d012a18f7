/** The parts of a transport that load with its first request. */
export { createKeyMask } from './key-mask.js';
export { send } from './send.js';
export { stream } from './stream.js';
