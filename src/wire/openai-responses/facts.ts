import type { WireFacts } from '../types.js';

/** Matches a named event, an event by its type, and a whole answer. */
const EVENT = /^event:\s*response\.|"type"\s*:\s*"response\.|"object"\s*:\s*"response"/m;

export const openaiResponsesFacts = {
  name: 'openai-responses',
  responseSchemas: true,
  backgroundAnswers: true,
  bytes: true,
  links: 'any',
  fileIds: true,
  fileParts: [{ mediaTypes: ['application/*', 'text/*'], kinds: ['bytes', 'url', 'file-id'] }],
  layout: {},
  looksLike: (firstBytes) => EVENT.test(firstBytes),
} as const satisfies WireFacts;
