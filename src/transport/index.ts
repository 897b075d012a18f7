export { createTransport } from './create-transport.js';
export { preloadTransport } from './load-exchanges.js';
export { joinUrl } from './join-url.js';
export { readNdjson } from './read-ndjson.js';
export type { ReadNdjsonOptions } from './read-ndjson.js';
export { readSse } from './read-sse.js';
export type { ReadSseOptions, SseEvent } from './read-sse.js';
export type { StreamCallbacks, Transport, TransportOptions, TransportRequest } from './types.js';
