import type { SentPart } from './neutral.js';

const LABEL = /^\s*image \d+:/i;

/**
 * Puts a message's images and files before its text, as some providers advise, and keeps their order. A label (“Image
 * 1:”) stays with its image. If the user wrote between the images, nothing is moved.
 */
export function imagesFirst(parts: readonly SentPart[]): readonly SentPart[] {
  const isAttachment = (part: SentPart, index: number): boolean =>
    part.type !== 'text' || (parts[index + 1]?.type === 'image' && LABEL.test(part.text));
  const attachments = parts.filter(isAttachment);
  const first = parts.findIndex(isAttachment);
  const last = parts.findLastIndex(isAttachment);
  const isOneBlock = last - first + 1 === attachments.length;
  if (first <= 0 || !isOneBlock) return parts;
  return [...attachments, ...parts.slice(0, first), ...parts.slice(last + 1)];
}
