import type { QueueItem } from '../../queue/types.js';
import { cleanName } from './clean-name.js';
import type { Words } from './types.js';

/** Returns the ids of the images that are sent, in their order. One that failed is not. */
export const sentIds = (items: readonly QueueItem[]): readonly string[] =>
  items.flatMap(({ id, status }) => (status === 'failed' ? [] : [id]));

/** Returns the numbers of images in the message, by id. */
export const numbersOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index + 1]));

/** Returns the numbers of the images in the message, by id. An image that failed has none. */
export const sentNumbers = (items: readonly QueueItem[]): ReadonlyMap<string, number> =>
  numbersOf(sentIds(items));

/** Returns the number of one of them. */
export function sentNumber(items: readonly QueueItem[], id: string): number | undefined {
  return sentNumbers(items).get(id);
}

/** Returns the name of an image: "Image 2", or its file name if it is not sent. */
export function imageTitle(name: string, number: number | undefined, words: Words): string {
  return number === undefined ? cleanName(name) || words.unnamedFile : words.image(number);
}

/** Returns the announcement of a removed image. */
export function removalWords(items: readonly QueueItem[], id: string, words: Words): string {
  const number = sentNumber(items, id);
  if (number !== undefined) return words.imageRemoved(number);
  const name = items.find((item) => item.id === id)?.name ?? '';
  return words.fileRemoved(imageTitle(name, undefined, words));
}

/** Returns the announcement of a moved image: its old and its new number. */
export function moveWords(
  items: readonly QueueItem[],
  id: string,
  toIndex: number,
  words: Words,
): string {
  const item = items.find((candidate) => candidate.id === id);
  const number = sentNumber(items, id);
  if (!item || number === undefined) return words.position(toIndex + 1, items.length);
  const moved = items.filter((other) => other !== item).toSpliced(toIndex, 0, item);
  return words.imageMoved(number, sentNumber(moved, id) ?? number);
}
