const NEWLINE = 0x0a;

/**
 * Yields the lines of a file as text, one at a time, so that a large file never becomes one string. Empty
 * lines are skipped.
 */
export function* readLines(
  bytes: Uint8Array,
): Generator<{ lineNumber: number; text: string }, void, undefined> {
  const decoder = new TextDecoder();
  let start = 0;
  for (let lineNumber = 1; start < bytes.length; lineNumber++) {
    const end = bytes.indexOf(NEWLINE, start);
    const text = decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end)).trim();
    if (text !== '') yield { lineNumber, text };
    start = end < 0 ? bytes.length : end + 1;
  }
}

export async function toJsonl(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = new Blob(lines.map((line) => `${line}\n`));
  return new Uint8Array(await blob.arrayBuffer());
}
