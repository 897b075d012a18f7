/**
 * Returns the text of bytes in UTF-8, or in UTF-16 with a byte order mark, without that mark; `undefined` if they are
 * something else. `isHead` allows for a last character that is cut.
 */
export function decodeText(bytes: Uint8Array, { isHead = false } = {}): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes, {
      stream: isHead,
    });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Returns the text of a file. What is neither UTF-8 nor UTF-16 has replacement characters. */
export async function readText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
