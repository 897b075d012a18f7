import { createId as createRandomId } from '../internal/create-id.js';
import type { PreparedImage } from '../pipeline/types.js';
import { imageLabel, labelName } from './image-label.js';
import { mentionsImage, nameMentions } from './mentions.js';
import { toImagePart } from './to-image-part.js';
import type { ChatMessage, ImagePart, MessagePart } from './types.js';

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
   * Puts "Image 1:" before each picture, so that the model can name it; `names` adds the name of its file. A text that
   * mentions one has labels anyway. @defaultValue false
   */
  labels?: boolean | 'names';
  /** Writes a picture's alternative text into its label: "Image 1: a receipt". @defaultValue false */
  altTexts?: boolean;
  createId?: () => string;
}

/**
 * The messages of one request: system text, history, and a new message with the pictures first and the words after
 * them, as the providers advise. A legend stands before its picture; a mention as `@image2` is called what the label of that
 * picture says. With neither words nor pictures the new message is empty, and `checkRequest` says so.
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
  const parts: MessagePart[] = [];
  const hasLabels = labels !== false || mentionsImage(text, images.length);
  for (const [index, image] of images.entries()) {
    const part = 'type' in image ? image : toImagePart(image, { id: createId() });
    const alt = altTexts ? part.alt?.trim() : undefined;
    const legend = part.legend?.trim();
    if (hasLabels || alt || legend) {
      const name = labels === 'names' ? labelName(part.name) : undefined;
      parts.push({ type: 'text', text: imageLabel(index + 1, alt || name, legend) });
    }
    parts.push(part);
  }
  if (text.trim() !== '') parts.push({ type: 'text', text: nameMentions(text, images.length) });
  return [...withSystem(history, system), { id: createId(), role: 'user', parts }];
}

function withSystem(history: readonly ChatMessage[], system: string): readonly ChatMessage[] {
  if (system.trim() === '') return history;
  const rest = history[0]?.role === 'system' ? history.slice(1) : history;
  return [{ id: 'system', role: 'system', parts: [{ type: 'text', text: system }] }, ...rest];
}
