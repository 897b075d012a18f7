/** What a transport loads with its first request. */
export { send } from './send.js';
export { stream } from './stream.js';
