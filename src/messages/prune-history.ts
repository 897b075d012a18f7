/**
 * Earlier images cost their tokens again with every question. They are omitted in steps: a provider's prompt
 * cache needs the beginning of the request to stay identical from one question to the next, so several turns
 * pass unchanged before the next few lose their images together.
 */
import { labelledNumber } from './image-label.js';
import type { ChatMessage, ImagePart, MessagePart, TextPart } from './types.js';

export interface PruneOptions {
  /** Number of turns, counted from the last question, that always keep their images. At least 1. */
  keepTurns: number;
  /** Number of turns that lose their images at once. @defaultValue the same as `keepTurns` */
  stepTurns?: number;
  /** What replaces older images: a line of text, or the same image at `low`. */
  older: 'placeholder' | 'low';
  /** Makes an image smaller for `low` if the model saves nothing by the detail alone. Must be deterministic. */
  lower?: (image: ImagePart) => ImagePart;
}

/** Returns messages with the images of older turns replaced. Messages that keep theirs stay the same objects. */
export function pruneImages(
  messages: readonly ChatMessage[],
  options: PruneOptions,
): readonly ChatMessage[] {
  return thinOutImages(messages, { imageHistory: options });
}

export interface ThinningOptions {
  /** Images that are displayed but no longer sent. */
  leftOutIds?: ReadonlySet<string> | undefined;
  imageHistory?: PruneOptions | undefined;
  /**
   * Returns the description to send instead of an image, or `undefined` before it is made. For models that
   * read text only.
   */
  descriptionOf?: ((image: ImagePart) => string | undefined) | undefined;
}

/**
 * Replaces images that are left out, and those of older turns. An image keeps its label's number, so that
 * references in the questions stay valid.
 */
export function thinOutImages(
  messages: readonly ChatMessage[],
  { leftOutIds, imageHistory, descriptionOf }: ThinningOptions,
): readonly ChatMessage[] {
  const firstKept = imageHistory ? findFirstKept(messages, imageHistory) : 0;
  if (firstKept === 0 && !leftOutIds?.size && !descriptionOf) return messages;
  const { older, lower = asLow } = imageHistory ?? {};
  let imagesBefore = 0;
  return messages.map((message, index) => {
    const isLabelled = message.parts.some((_, at) => labelBefore(message.parts, at) !== undefined);
    // Labels count within their message; without labels, numbers count over the conversation.
    let position = isLabelled ? 0 : imagesBefore;
    imagesBefore += message.parts.filter(({ type }) => type === 'image').length;
    let isSame = true;
    const parts = message.parts.map((part, at) => {
      if (part.type !== 'image') return part;
      position += 1;
      const number = labelBefore(message.parts, at) ?? position;
      const isLeftOut = leftOutIds?.has(part.id) === true;
      const isKept = index >= firstKept;
      if (!isLeftOut && isKept && !descriptionOf) return part;
      isSame = false;
      if (isLeftOut) return placeholder(part, `image ${number} left out`);
      if (!isKept && older === 'placeholder') return placeholder(part, `image ${number}`);
      return descriptionOf ? described(part, number, descriptionOf(part)) : lower(part);
    });
    return isSame ? message : { ...message, parts };
  });
}

/** Returns the index of the first message that keeps its images. */
function findFirstKept(
  messages: readonly ChatMessage[],
  { keepTurns, stepTurns = keepTurns }: PruneOptions,
): number {
  const questions = [...messages.keys()].filter((index) => messages[index]?.role === 'user');
  const step = Math.max(1, stepTurns);
  const beyond = Math.max(0, questions.length - Math.max(1, keepTurns));
  const pruned = Math.floor(beyond / step) * step;
  return pruned === 0 ? 0 : (questions[pruned] ?? messages.length);
}

function asLow(image: ImagePart): ImagePart {
  return { ...image, detail: 'low' };
}

function labelBefore(parts: readonly MessagePart[], index: number): number | undefined {
  const before = parts[index - 1];
  return before?.type === 'text' ? labelledNumber(before.text) : undefined;
}

/** Returns `[image 2: receipt.jpg, 1024×768]`. */
function placeholder({ name, width, height, alt }: ImagePart, which: string): TextPart {
  const facts = [
    name === undefined ? '' : oneLine(name),
    width && height ? `${width}×${height}` : '',
    alt === undefined ? '' : oneLine(alt),
  ].filter((fact) => fact !== '');
  return {
    type: 'text',
    text: facts.length > 0 ? `[${which}: ${facts.join(', ')}]` : `[${which}]`,
  };
}

/** Marks the text as a quotation, with an end, so that nothing in it reads as the user's own. */
function described(image: ImagePart, number: number, description: string | undefined): TextPart {
  if (description === undefined) return placeholder(image, `image ${number}, will be described`);
  const { text: start } = placeholder(image, `image ${number}, described by another model`);
  return { type: 'text', text: `${start}\n${description}\n[end of image ${number}]` };
}

/** Names and alternative texts are user input; brackets and line breaks would end the placeholder early. */
function oneLine(words: string): string {
  const line = words.replaceAll(/[\s[\]\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return Array.from(line).slice(0, 120).join('');
}
