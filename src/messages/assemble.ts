import { createId as createRandomId } from '../internal/create-id.js';
import type { PreparedImage } from '../pipeline/types.js';
import { labelParts } from './label-questions.js';
import { toImagePart } from './to-image-part.js';
import type { ChatMessage, ImagePart, MessagePart } from './types.js';
import { withSystem } from './with-system.js';

export interface AssembleInput {
  /** The user's text. */
  text?: string;
  /** Images in the user's order. */
  images?: ReadonlyArray<ImagePart | PreparedImage>;
  /** Earlier messages, passed on unchanged. */
  history?: readonly ChatMessage[];
  /** Comes first and replaces a system message at the start of the history. */
  system?: string;
  /**
   * Puts "Image 1:" before each image, so that the model can refer to it; `names` adds its file name. A text
   * that mentions an image is labelled in any case. @defaultValue false
   */
  labels?: boolean | 'names';
  /** Includes an image's alternative text in its label: "Image 1: a receipt". @defaultValue false */
  altTexts?: boolean;
  createId?: () => string;
}

/**
 * Assembles the messages of one request: system text, history, and a new message with the images first and
 * the text after them, as the providers advise. A legend comes before its image; a mention such as `@image2`
 * is replaced by the image's label. Without text and images the new message is empty, which `checkRequest`
 * reports.
 */
export function assembleMessages({
  text = '',
  images = [],
  history = [],
  system = '',
  labels = false,
  altTexts = false,
  createId = createRandomId,
}: AssembleInput): ChatMessage[] {
  const parts: MessagePart[] = images.map((image) =>
    'type' in image ? image : toImagePart(image, { id: createId() }),
  );
  if (text.trim() !== '') parts.push({ type: 'text', text });
  return [
    ...withSystem(history, system),
    { id: createId(), role: 'user', parts: labelParts(parts, { labels, altTexts }) },
  ];
}
