import { KitError } from '../errors.js';
import { loadPart } from '../internal/load-part.js';
import type { Found } from './found.js';
import { notLoaded, unreadable } from './rejections.js';

/** What a folder is read from. Only some browsers have handles. */
type DroppedItem = Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry'> & {
  getAsFileSystemHandle?: () => Promise<unknown>;
};

/** Files that systems leave in folders without being asked. */
const SYSTEM_FILES = /^(?:\..*|thumbs\.db|desktop\.ini|icon\r)$/i;
const SYSTEM_FOLDER = '__MACOSX';

/**
 * All files of a dropped folder and of those in it, in the order in which a person would list them. Has to be called while
 * the drop event is still alive, since browsers empty it afterwards.
 */
export async function walkFolder(item: DataTransferItem, entry: FileSystemEntry): Promise<Found[]> {
  const folder = takeFolder(item, entry);
  try {
    const { fromEvent } = await loadPart(() => import('file-selector'));
    const files = await fromEvent({ type: 'drop', dataTransfer: { items: [folder] } });
    const inside = files.filter((file) => file instanceof File);
    return inNaturalOrder(inside).map((file) => ({ kind: 'file', file }));
  } catch (error) {
    if (KitError.is(error)) return [{ kind: 'rejected', rejection: notLoaded(entry.name, error) }];
    const message = `The folder "${entry.name}" could not be read to its end. Open it, and add the pictures that are in it.`;
    return [{ kind: 'rejected', rejection: unreadable(entry.name, message) }];
  }
}

/** The same item as it was while the event was alive. */
function takeFolder(item: DroppedItem, entry: FileSystemEntry): DroppedItem {
  // Without it the entry is read, so that a refusal is no loss.
  const handle = item.getAsFileSystemHandle?.().catch(() => null);
  return {
    kind: 'file',
    webkitGetAsEntry: () => entry,
    ...(handle && { getAsFileSystemHandle: () => handle }),
  };
}

/** Folder by folder, `10` behind `9`, without what systems leave there. Files that are in no folder stay where they are. */
export function inNaturalOrder(files: readonly File[]): File[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return files
    .map((file) => ({ file, path: pathOf(file) }))
    .filter(({ path }) => !path.some((part) => part === SYSTEM_FOLDER || SYSTEM_FILES.test(part)))
    .toSorted((one, other) => {
      const depth = Math.min(one.path.length, other.path.length) - 1;
      for (let level = 0; level < depth; level++) {
        const order = compare(one.path[level] ?? '', other.path[level] ?? '');
        if (order !== 0) return order;
      }
      // Of one folder, its own files come before the folders in it.
      return one.path.length - other.path.length || compare(one.file.name, other.file.name);
    })
    .map(({ file }) => file);
}

/** Names from the outermost folder to the file. */
function pathOf(file: File & { relativePath?: string }): string[] {
  const path = file.relativePath ?? file.webkitRelativePath ?? '';
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
