/** Bytes as the network might bring them. */

export function streamOf(chunks: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

/** Each way to cut the bytes in two, and once into single bytes. */
export function* everyCut(bytes: Uint8Array): Generator<Uint8Array[]> {
  yield Array.from(bytes, (_, index) => bytes.slice(index, index + 1));
  for (let at = 1; at < bytes.length; at += 1) yield [bytes.slice(0, at), bytes.slice(at)];
}

/** The same cuts in each run. */
export function* randomCuts(bytes: Uint8Array, count: number, seed = 1): Generator<Uint8Array[]> {
  let state = seed;
  for (let run = 0; run < count; run += 1) {
    const pieces: Uint8Array[] = [];
    for (let start = 0; start < bytes.length;) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const length = 1 + (state % 17);
      pieces.push(bytes.slice(start, start + length));
      start += length;
    }
    yield pieces;
  }
}

/** `Array.fromAsync`, which the type library does not know yet. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
