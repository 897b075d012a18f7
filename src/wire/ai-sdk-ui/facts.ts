import type { WireFacts } from '../types.js';

/** Matches the chunks that begin a stream of this kind. */
const CHUNK =
  /"type"\s*:\s*"(?:start|start-step|(?:text|reasoning)-start|tool-input-start|message-metadata|data-[\w-]+)"/;

export const aiSdkUiFacts = {
  name: 'ai-sdk-ui',
  responseSchemas: true,
  bytes: true,
  links: 'any',
  fileIds: true,
  fileParts: [{ mediaTypes: ['*'], kinds: ['bytes', 'url', 'file-id'] }],
  layout: { isSystemApart: true },
  looksLike: (firstBytes) => CHUNK.test(firstBytes),
} as const satisfies WireFacts;
