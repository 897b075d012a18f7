import { useCallback, useMemo, useState } from 'react';
import { createId } from '../internal/create-id.js';
import { isOfMediaType } from '../internal/takes-file.js';
import type { AttachedFile } from '../intake/types.js';
import type { FilePart, WireCapabilities } from '../messages/types.js';
import { createStableValue } from './stable-value.js';

/** The files of a draft that are sent as they are. */
export interface UseAttachedFilesResult {
  /** As parts of the message, in order. */
  parts: readonly FilePart[];
  /** Media types that are taken. Empty if the app or the connection takes none. */
  fileTypes: readonly string[];
  add: (files: readonly AttachedFile[]) => void;
  /** Adds parts of a message or a draft again. Those that are already there are left out. */
  addParts: (parts: readonly FilePart[]) => void;
  /** Removes files by their ids. */
  remove: (...ids: readonly string[]) => void;
}

const NONE: readonly FilePart[] = [];

/** Holds files such as PDFs, texts and recordings until they are sent. */
export function useAttachedFiles(
  fileTypes: readonly string[],
  initialParts = NONE,
): UseAttachedFilesResult {
  const [parts, setParts] = useState(initialParts);
  const [same] = useState(createStableValue<readonly string[]>);
  const types = same(fileTypes);
  const addParts = useCallback(
    (added: readonly FilePart[]) =>
      setParts((before) => {
        const ids = new Set(before.map(({ id }) => id));
        return [...before, ...added.filter(({ id }) => !ids.has(id))];
      }),
    [],
  );
  const add = useCallback(
    (files: readonly AttachedFile[]) => addParts(files.map(partOf)),
    [addParts],
  );
  const remove = useCallback(
    (...ids: readonly string[]) =>
      setParts((before) => {
        const left = before.filter(({ id }) => !ids.includes(id));
        return left.length === 0 ? NONE : left;
      }),
    [],
  );
  return useMemo(
    () => ({ parts, fileTypes: types, add, addParts, remove }),
    [parts, types, add, addParts, remove],
  );
}

function partOf({ file, mediaType }: AttachedFile): FilePart {
  const { name } = file;
  return {
    type: 'file',
    id: createId(),
    data: { kind: 'bytes', bytes: file },
    mediaType,
    ...(name !== '' && { name }),
  };
}

/** Returns the media types that an app accepts and the connection can carry. */
export function fileTypesOf(
  accepted: boolean | readonly string[] | undefined,
  { fileParts }: WireCapabilities,
): readonly string[] {
  if (accepted === undefined || accepted === false) return [];
  const carried = (fileParts ?? [])
    .filter(({ kinds }) => kinds.includes('bytes'))
    .flatMap(({ mediaTypes }) => mediaTypes);
  if (accepted === true) return carried;
  // A format of the app's own that does not say what it carries.
  if (!fileParts) return accepted;
  return accepted.flatMap((type) => {
    if (carried.some((one) => isOfMediaType(type, one))) return [type];
    const some = carried.filter((one) => isOfMediaType(one, type));
    // No image can replace a recording: it is attached, and the check says before it is sent what the format takes.
    return type.startsWith('audio/') ? [...some, type] : some;
  });
}
