import { fromEvent, type FileWithPath } from 'file-selector';
import type { IntakeInput } from './types.js';

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The files of a drop, a paste or a choice, in the order they were given; a folder's files stand in its place, by name.
 *
 * Call it while the event is being handled: browsers empty a `DataTransfer` afterwards.
 */
export async function listFiles(input: IntakeInput): Promise<File[]> {
  if (!isDataTransfer(input)) return inFolderOrder([...input]);
  const files = [...input.files];
  try {
    const walked = await fromEvent({ dataTransfer: input, type: 'drop' });
    const found = walked.filter((item): item is FileWithPath => item instanceof File);
    return found.length > 0 ? inFolderOrder(found) : files;
  } catch {
    // One item that cannot be opened would take the others with it.
    return files;
  }
}

export function isDataTransfer(input: IntakeInput): input is DataTransfer {
  return 'getData' in input;
}

/** `/holiday/2.jpg` and `holiday/2.jpg` are in the folder `holiday`; a file beside them is in none. */
function folderOf(file: File): string | undefined {
  const path = 'path' in file ? String(file.path) : file.webkitRelativePath;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.length > 1 ? names[0] : undefined;
}

const pathOf = (file: File): string =>
  'path' in file ? String(file.path) : file.webkitRelativePath || file.name;

function inFolderOrder(files: readonly File[]): File[] {
  const groups = new Map<string | File, File[]>();
  for (const file of files) {
    const key = folderOf(file) ?? file;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => naturally.compare(pathOf(a), pathOf(b))),
  );
}
