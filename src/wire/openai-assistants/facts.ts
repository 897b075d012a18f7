import { imageAt } from '../image-at.js';
import { textFiles } from '../text-files.js';
import type { WireFacts } from '../types.js';

/** Matches a named event, and its content. */
const EVENT = /^event:\s*thread\.|"object"\s*:\s*"thread[."]/m;

const LAYOUT = { isSystemApart: true } as const;

export const openaiAssistantsFacts = {
  name: 'openai-assistants',
  bytes: false,
  links: 'https',
  fileIds: true,
  fileParts: [textFiles],
  imageAt: (place, messages) => imageAt(place, messages, LAYOUT),
  looksLike: (firstBytes) => EVENT.test(firstBytes),
} as const satisfies WireFacts;
