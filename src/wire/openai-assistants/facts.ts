import { textFiles } from '../text-files.js';
import type { WireFacts } from '../types.js';

/** Matches a named event, and its content. */
const EVENT = /^event:\s*thread\.|"object"\s*:\s*"thread[."]/m;

export const openaiAssistantsFacts = {
  name: 'openai-assistants',
  responseSchemas: true,
  bytes: false,
  links: 'https',
  fileIds: true,
  fileParts: [textFiles],
  layout: { isSystemApart: true },
  looksLike: (firstBytes) => EVENT.test(firstBytes),
} as const satisfies WireFacts;
