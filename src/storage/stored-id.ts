import { createId } from '../internal/create-id.js';

/**
 * Returns the id under which bytes are stored. A Blob is written once per id, so other bytes of the same
 * image, such as in another version of a message, need another id.
 */
export function freeId(
  id: string,
  bytes: Blob,
  blobs: ReadonlyMap<string, Blob>,
  isTaken: (id: string) => boolean,
): string {
  const others = blobs.get(id);
  if (others === bytes) return id;
  return others || isTaken(id) ? `${id}:${createId()}` : id;
}
