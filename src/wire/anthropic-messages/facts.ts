import { textFiles } from '../text-files.js';
import type { WireFacts } from '../types.js';

/** Matches an event by its name, or by its type. */
const EVENT =
  /^event:\s*(?:message_(?:start|delta|stop)|content_block_)|"type"\s*:\s*"(?:message_(?:start|delta|stop)|content_block_)/m;
/**
 * Matches only a `type` that comes before any nested object or list. Messages of other formats are nested
 * deeper.
 */
const DOCUMENT = /^[^{]*\{[^{[]*"type"\s*:\s*"message"/;

export const anthropicMessagesFacts = {
  name: 'anthropic-messages',
  responseSchemas: true,
  bytes: true,
  links: 'https',
  fileIds: true,
  fileParts: [{ mediaTypes: ['application/pdf'], kinds: ['bytes', 'url', 'file-id'] }, textFiles],
  layout: { isSystemApart: true, isImagesFirst: true },
  looksLike: (firstBytes) => EVENT.test(firstBytes) || DOCUMENT.test(firstBytes),
} as const satisfies WireFacts;
