/** What writes requests and reads answers. */
export { buildRequest } from './build-request.js';
export { readEvents } from './read-events.js';
