import { checkFound } from './check-found.js';
import type { Found } from './found.js';
import { readItem, readTransfer } from './read-transfer.js';
import { orderPickedFolder } from './take-folder.js';
import type { IntakeInput, IntakeOptions, IntakeResult } from './types.js';

/**
 * Collects images from a drop, a paste or a file dialog, in the given order; folders are walked in the order
 * of their names, and each image is recognised by its bytes. A file that is not accepted becomes a rejection
 * with a code and a sentence, and the others are still processed.
 *
 * Call it in the event's handler, before the first `await`: browsers empty a drop as soon as the handler has
 * returned.
 *
 * @throws KitError `aborted`
 */
export async function collectImages(
  input: IntakeInput,
  options: IntakeOptions = {},
): Promise<IntakeResult> {
  const from = Symbol.iterator in input ? 'pick' : 'drop';
  const found = await readInput(input);
  return checkFound(found, { ...options, from: options.from ?? from });
}

function readInput(input: IntakeInput): Promise<Found[]> {
  if (!(Symbol.iterator in input)) return readTransfer(input);
  const entries = Array.from(input);
  const files = entries.filter((entry) => entry instanceof File);
  if (
    files.length === entries.length &&
    files.some(({ webkitRelativePath }) => webkitRelativePath)
  ) {
    return orderPickedFolder(files);
  }
  const found = entries.map(async (entry): Promise<Found[]> => {
    if (entry instanceof File) return [asFound(entry)];
    if (entry instanceof URL) return [{ kind: 'link', url: entry.href }];
    return readItem(entry);
  });
  return Promise.all(found).then((lists) => lists.flat());
}

const asFound = (file: File): Found => ({ kind: 'file', file });
