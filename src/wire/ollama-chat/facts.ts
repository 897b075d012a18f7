import { textFiles } from '../text-files.js';
import type { WireFacts } from '../types.js';

/** Matches the end of each line; a line with an image in it is recognised by its time, which is text. */
const LINE = /"done"\s*:\s*(?:true|false)|"created_at"\s*:\s*"\d{4}-[^"]*"\s*,\s*"message"/;

export const ollamaChatFacts = {
  name: 'ollama-chat',
  responseSchemas: true,
  bytes: true,
  links: 'none',
  fileIds: false,
  fileParts: [textFiles],
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
  layout: {},
  looksLike: (firstBytes) => LINE.test(firstBytes),
} as const satisfies WireFacts;
