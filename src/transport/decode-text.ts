const BYTE_ORDER_MARK = '\uFEFF';

/** Decodes bytes to text, including characters split between two chunks. A byte order mark at the start is dropped. */
export function createTextDecoder(): (chunk: Uint8Array) => string {
  // Stripped below: Node 24 would strip two marks if the first one arrives in pieces.
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
