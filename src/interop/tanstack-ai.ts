/** Adapters for TanStack AI. Only its types are used, so nothing of it is bundled. */
export { createConnectionAdapter } from './tanstack-ai/create-connection-adapter.js';
export { fromTanStackMessages } from './tanstack-ai/from-tanstack-messages.js';
export { toContentParts } from './tanstack-ai/to-content-parts.js';
export type { ImageContentPart } from './tanstack-ai/to-content-parts.js';
export type { AnswerOptions } from './shared/stream-answer.js';
