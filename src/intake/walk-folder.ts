import { fromEvent } from 'file-selector';
import type { Found } from './found.js';
import { inNaturalOrder } from './natural-order.js';
import type { TakenFolder } from './found.js';

export { inNaturalOrder };

/** Returns all files of a dropped folder and its subfolders, in natural order. */
export async function walkFolder(folder: TakenFolder): Promise<Found[]> {
  const files = await fromEvent({ type: 'drop', dataTransfer: { items: [folder] } });
  const inside = files.filter((file) => file instanceof File);
  return inNaturalOrder(inside).map((file) => ({ kind: 'file', file, isInFolder: true }));
}
