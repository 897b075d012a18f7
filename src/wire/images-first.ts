import type { SentPart } from './neutral.js';

const LABEL = /^\s*image \d+:/i;

/**
 * Puts a message's images and files before its text, as some providers advise, and keeps them in their order. A label
 * (“Image 1:”) stays with its picture. Where the person wrote between the pictures, nothing is moved.
 */
export function imagesFirst(parts: readonly SentPart[]): readonly SentPart[] {
  const isPicture = (part: SentPart, index: number): boolean =>
    part.type !== 'text' || (parts[index + 1]?.type === 'image' && LABEL.test(part.text));
  const pictures = parts.filter(isPicture);
  const first = parts.findIndex(isPicture);
  const last = parts.findLastIndex(isPicture);
  const isOneBlock = last - first + 1 === pictures.length;
  if (first <= 0 || !isOneBlock) return parts;
  return [...pictures, ...parts.slice(0, first), ...parts.slice(last + 1)];
}
