/** Adapters for TanStack AI. They import nothing from it. */
export { createConnectionAdapter } from './tanstack-ai/create-connection-adapter.js';
export { fromTanStackMessages } from './tanstack-ai/from-tanstack-messages.js';
export { toContentParts } from './tanstack-ai/to-content-parts.js';
export type { ImageContentPart } from './tanstack-ai/to-content-parts.js';
export type {
  ImageConnectionAdapter,
  TanStackMessageLike,
  TanStackPartLike,
} from './tanstack-ai/types.js';
export type { AnswerOptions } from './shared/stream-answer.js';
