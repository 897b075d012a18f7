const BYTE_ORDER_MARK = '\uFEFF';

/** Bytes to text, a character cut in half between two chunks included. A byte order mark at the start is left out. */
export function createTextDecoder(): (chunk: Uint8Array) => string {
  // Node 24 takes two marks away when the first arrives in pieces, so its decoder is told to leave them.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let isStart = true;
  return (chunk) => {
    const text = decoder.decode(chunk, { stream: true });
    if (!isStart || text === '') return text;
    isStart = false;
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  };
}

export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decode = createTextDecoder();
  for await (const chunk of chunks) yield decode(chunk);
}
