import { textFiles } from '../text-files.js';
import type { WireFacts } from '../types.js';

/** Matches a chunk, and a whole answer. */
const CHUNK = /"object"\s*:\s*"chat\.completion|"choices"\s*:\s*\[/;

export const openaiChatFacts = {
  name: 'openai-chat',
  responseSchemas: true,
  bytes: true,
  links: 'any',
  fileIds: false,
  fileParts: [
    { mediaTypes: ['application/pdf'], kinds: ['bytes', 'file-id'] },
    { mediaTypes: ['audio/wav', 'audio/x-wav', 'audio/mpeg', 'audio/mp3'], kinds: ['bytes'] },
    textFiles,
  ],
  layout: {},
  looksLike: (firstBytes) => CHUNK.test(firstBytes),
} as const satisfies WireFacts;
