import type { ClipboardEvent } from 'react';
import { collectImages } from '../intake/collect-images.js';
import { MAX_TEXT_BYTES } from '../internal/text-files.js';
import type { FilePart } from '../messages/types.js';
import type { UseIntakeOptions } from './intake-types.js';
import type { UseAttachedFilesResult } from './use-attached-files.js';
import { useIntake } from './use-intake.js';

const DEFAULT_CHARS = 4000;

/** Returns a handler that takes a long text from a paste as a file, unless something else has taken the paste. */
export function useLongPaste(
  files: UseAttachedFilesResult | undefined,
  limit: number | false = DEFAULT_CHARS,
  options: UseIntakeOptions,
): (event: ClipboardEvent) => void {
  const check = useIntake({ ...options, fileTypes: ['text/plain'] });
  return (event) => {
    if (event.defaultPrevented || !files || limit === false) return;
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= limit) return;
    event.preventDefault();
    const file = new File([text], nextName(files.parts), { type: 'text/plain' });
    if (file.size <= MAX_TEXT_BYTES) files.add([{ file, mediaType: 'text/plain' }]);
    // It is rejected there, in words.
    else void check((limits) => collectImages([file], limits), 'paste');
  };
}

function nextName(others: readonly FilePart[]): string {
  const names = others.map(({ name }) => name);
  let name = 'pasted-text.txt';
  for (let number = 2; names.includes(name); number++) name = `pasted-text-${number}.txt`;
  return name;
}
