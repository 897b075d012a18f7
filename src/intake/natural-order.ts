/** Files that systems create in folders automatically. */
const SYSTEM_FILES = /^(?:\..*|thumbs\.db|desktop\.ini|icon\r)$/i;
const SYSTEM_FOLDER = '__MACOSX';

/** Sorts folder by folder, `10` after `9`, without system files. Files outside folders keep their position. */
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
      // Within a folder, its own files come before its subfolders.
      return one.path.length - other.path.length || compare(one.file.name, other.file.name);
    })
    .map(({ file }) => file);
}

/** Returns the names from the outermost folder to the file. */
function pathOf(file: File & { relativePath?: string }): string[] {
  const path = file.relativePath ?? file.webkitRelativePath ?? '';
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
