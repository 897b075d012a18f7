/**
 * Pictures of long ago cost their tokens again with every question. They are given up in steps: a provider's prompt
 * cache needs the beginning of the request to stay byte for byte the same from one question to the next, so several
 * turns pass unchanged before the next few lose their pictures together.
 */
import { labelledNumber } from './image-label.js';
import type { ChatMessage, ImagePart, MessagePart, TextPart } from './types.js';

export interface PruneOptions {
  /** Turns, counted from the last question, that keep their pictures in any case. At least 1. */
  keepTurns: number;
  /** How many turns lose their pictures at once. @defaultValue the same as `keepTurns` */
  stepTurns?: number;
  /** What becomes of older pictures: a line of text in their place, or the same picture at `low`. */
  older: 'placeholder' | 'low';
  /** Makes a picture smaller for `low`, where the model gives nothing for the detail alone. Has to answer alike each time. */
  lower?: (image: ImagePart) => ImagePart;
}

/** Messages with the pictures of older turns replaced. Messages that keep theirs are the same objects as before. */
export function pruneImages(
  messages: readonly ChatMessage[],
  { keepTurns, stepTurns = keepTurns, older, lower = asLow }: PruneOptions,
): readonly ChatMessage[] {
  const firstKept = findFirstKept(messages, Math.max(1, keepTurns), Math.max(1, stepTurns));
  if (firstKept === 0) return messages;
  let imagesBefore = 0;
  return messages.map((message, index) => {
    const imageCount = message.parts.filter(({ type }) => type === 'image').length;
    const firstNumber = imagesBefore + 1;
    imagesBefore += imageCount;
    if (index >= firstKept || imageCount === 0) return message;
    const parts =
      older === 'placeholder'
        ? withPlaceholders(message.parts, firstNumber)
        : message.parts.map((part) => (part.type === 'image' ? lower(part) : part));
    return { ...message, parts };
  });
}

/** Index of the first message that keeps its pictures. */
function findFirstKept(
  messages: readonly ChatMessage[],
  keepTurns: number,
  stepTurns: number,
): number {
  const questions = [...messages.keys()].filter((index) => messages[index]?.role === 'user');
  const beyond = Math.max(0, questions.length - keepTurns);
  const pruned = Math.floor(beyond / stepTurns) * stepTurns;
  return pruned === 0 ? 0 : (questions[pruned] ?? messages.length);
}

function asLow(image: ImagePart): ImagePart {
  return { ...image, detail: 'low' };
}

function withPlaceholders(parts: readonly MessagePart[], firstNumber: number): MessagePart[] {
  let number = firstNumber;
  return parts.map((part, index) => {
    if (part.type !== 'image') return part;
    const before = parts[index - 1];
    const labelled = before?.type === 'text' ? labelledNumber(before.text) : undefined;
    return placeholder(part, labelled ?? number++);
  });
}

/** `[image 2: receipt.jpg, 1024×768]` */
function placeholder({ name, width, height, alt }: ImagePart, number: number): TextPart {
  const facts = [
    name === undefined ? '' : oneLine(name),
    width && height ? `${width}×${height}` : '',
    alt === undefined ? '' : oneLine(alt),
  ].filter((fact) => fact !== '');
  const text = facts.length > 0 ? `[image ${number}: ${facts.join(', ')}]` : `[image ${number}]`;
  return { type: 'text', text };
}

/** Names and alternative texts are the person's own words; brackets and line breaks would end the placeholder early. */
function oneLine(words: string): string {
  const line = words.replaceAll(/[\s[\]\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return Array.from(line).slice(0, 120).join('');
}
