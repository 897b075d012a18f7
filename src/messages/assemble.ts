import { createId as createRandomId } from '../internal/create-id.js';
import type { PreparedImage } from '../pipeline/types.js';
import { labelParts } from './label-questions.js';
import { toImagePart } from './to-image-part.js';
import type { ChatMessage, ImagePart, MessagePart } from './types.js';
import { withSystem } from './with-system.js';

export interface AssembleInput {
  /** What the person wrote. */
  text?: string;
  /** In the person's order. */
  images?: ReadonlyArray<ImagePart | PreparedImage>;
  /** What was said before, passed on as it is. */
  history?: readonly ChatMessage[];
  /** Comes first, in place of a system message the history begins with. */
  system?: string;
  /**
   * Puts "Image 1:" before each image, so that the model can name it; `names` adds the name of its file. A text that
   * mentions one has labels anyway. @defaultValue false
   */
  labels?: boolean | 'names';
  /** Writes an image's alternative text into its label: "Image 1: a receipt". @defaultValue false */
  altTexts?: boolean;
  createId?: () => string;
}

/**
 * The messages of one request: system text, history, and a new message with the images first and the words after
 * them, as the providers advise. A legend stands before its image; a mention as `@image2` is called what the label of that
 * image says. With neither words nor images the new message is empty, and `checkRequest` says so.
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
