import { KitError } from '../errors.js';
import { loadModule } from '../internal/lazy-module.js';
import type { Found, TakenFolder } from './found.js';
import { notLoaded, unreadable } from './rejections.js';

/**
 * A folder of a drop, as it was while the event was alive: browsers empty it afterwards. What walks through it loads when it
 * is needed.
 */
export async function takeFolder(item: DataTransferItem, entry: FileSystemEntry): Promise<Found[]> {
  const folder = holdFolder(item, entry);
  try {
    const { walkFolder } = await loadFolderWork();
    return await walkFolder(folder);
  } catch (error) {
    if (KitError.is(error)) return [{ kind: 'rejected', rejection: notLoaded(entry.name, error) }];
    const message = `The folder "${entry.name}" could not be read to its end. Open it, and add the images that are in it.`;
    return [{ kind: 'rejected', rejection: unreadable(entry.name, message) }];
  }
}

function holdFolder(item: TakenFolder, entry: FileSystemEntry): TakenFolder {
  // Without it the entry is read, so that a refusal is no loss.
  const handle = item.getAsFileSystemHandle?.().catch(() => null);
  return {
    kind: 'file',
    webkitGetAsEntry: () => entry,
    ...(handle && { getAsFileSystemHandle: () => handle }),
  };
}

const loadFolderWork = () => loadModule(() => import('./walk-folder.js'));

/** A folder that was picked comes as a list in no order. */
export async function orderPickedFolder(files: readonly File[]): Promise<Found[]> {
  try {
    const { inNaturalOrder } = await loadFolderWork();
    return inNaturalOrder(files).map((file) => ({ kind: 'file', file, isInFolder: true }));
  } catch (error) {
    const [folder = ''] = files[0]?.webkitRelativePath.split('/') ?? [];
    return [{ kind: 'rejected', rejection: notLoaded(folder, error) }];
  }
}
