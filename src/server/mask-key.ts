import { maskKeyLike } from '../internal/mask-keys.js';

/** No byte of the key leaves, even when the upstream repeats it. */
export const MASK = '***';

/** For text about a failure: the key itself, and anything that looks like one. */
export function maskText(text: string, key: string): string {
  return maskKeyLike(text.replaceAll(key, MASK), MASK);
}

/**
 * Lets a stream through unchanged, except for the key, also where it is cut between two chunks. Bytes wait only while
 * they could be the beginning of the key, so an answer is not held up.
 */
export function createKeyMask(key: string): TransformStream<Uint8Array, Uint8Array> {
  const encoder = new TextEncoder();
  const needle = encoder.encode(key);
  const mask = encoder.encode(MASK);
  let held: Uint8Array = new Uint8Array();
  return new TransformStream({
    transform(chunk, controller) {
      let rest = held.length === 0 ? chunk : concat(held, chunk);
      for (let at = indexOf(rest, needle); at >= 0; at = indexOf(rest, needle)) {
        if (at > 0) controller.enqueue(rest.subarray(0, at));
        controller.enqueue(mask);
        rest = rest.subarray(at + needle.length);
      }
      const keep = beginningLength(rest, needle);
      if (rest.length > keep) controller.enqueue(rest.subarray(0, rest.length - keep));
      held = rest.slice(rest.length - keep);
    },
    flush(controller) {
      if (held.length > 0) controller.enqueue(held);
    },
  });
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function indexOf(bytes: Uint8Array, needle: Uint8Array): number {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + needle.length > bytes.length) return -1;
    if (needle.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

/** How many bytes at the end could be the beginning of the key. */
function beginningLength(bytes: Uint8Array, needle: Uint8Array): number {
  for (let length = Math.min(needle.length - 1, bytes.length); length > 0; length--) {
    const start = bytes.length - length;
    let matches = 0;
    while (matches < length && bytes[start + matches] === needle[matches]) matches++;
    if (matches === length) return length;
  }
  return 0;
}
