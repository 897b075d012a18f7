import { KitError } from '../errors.js';
import { loadModule } from '../internal/lazy-module.js';
import type { Found, TakenFolder } from './found.js';
import { notLoaded, unreadable } from './unreadable.js';

/**
 * Captures a dropped folder while the event is alive, since browsers empty it afterwards. The code that walks
 * it loads when it is needed.
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
  // Without a handle the entry is read, so a refusal does no harm.
  const handle = item.getAsFileSystemHandle?.().catch(() => null);
  return {
    kind: 'file',
    webkitGetAsEntry: () => entry,
    ...(handle && { getAsFileSystemHandle: () => handle }),
  };
}

const loadFolderWork = () => loadModule(() => import('./walk-folder.js'));

/** Sorts a picked folder, which arrives as an unordered list. */
export async function orderPickedFolder(files: readonly File[]): Promise<Found[]> {
  try {
    const { inNaturalOrder } = await loadFolderWork();
    return inNaturalOrder(files).map((file) => ({ kind: 'file', file, isInFolder: true }));
  } catch (error) {
    const [folder = ''] = files[0]?.webkitRelativePath.split('/') ?? [];
    return [{ kind: 'rejected', rejection: notLoaded(folder, error) }];
  }
}
