import { textFiles } from '../text-files.js';
import type { WireFacts } from '../types.js';

/** Matches a named event, an event by its type, and a whole answer. */
const EVENT =
  /^event:\s*image_(?:generation|edit)\.|"type"\s*:\s*"image_(?:generation|edit)\.|"data"\s*:\s*\[\s*\{[^{}]{0,80}"(?:b64_json|revised_prompt)"/m;

export const openaiImagesFacts = {
  name: 'openai-images',
  madeImages: true,
  bytes: true,
  links: 'any',
  fileIds: true,
  fileParts: [textFiles],
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
  layout: {},
  looksLike: (firstBytes) => EVENT.test(firstBytes),
} as const satisfies WireFacts;
