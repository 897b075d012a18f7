import { maskKeyLike } from '../internal/mask-keys.js';
import { createKeyMask as createMask, joined } from '../transport/key-mask.js';
import type { KeyMask } from '../transport/key-mask.js';

/** No byte of the key leaves, even when the upstream repeats it. */
export const MASK = '***';

const LINE_ENDS = [10, 13];

/** For text about a failure: the key itself, and anything that looks like one. */
export function maskText(text: string, key: string): string {
  return maskKeyLike(maskKey(text, key), MASK);
}

/** The key, in each form that it is repeated in. */
export function maskKey(text: string, key: string): string {
  return maskOf(key).hide(text);
}

/**
 * Lets a stream through unchanged, except for the key, also where it is cut between two chunks. The events of a stream end with a
 * line, and no key goes on behind one, so only the end of an unfinished line waits for the next chunk.
 */
export function createKeyMask(key: string): TransformStream<Uint8Array, Uint8Array> {
  const mask = maskOf(key);
  let held: Uint8Array = new Uint8Array();
  return new TransformStream({
    transform(chunk, controller) {
      const bytes = joined([held, chunk]);
      const lineEnd = Math.max(...LINE_ENDS.map((byte) => bytes.lastIndexOf(byte))) + 1;
      const lines = mask.hideInBytes(bytes.subarray(0, lineEnd), true).shown;
      const { shown, rest } = mask.hideInBytes(bytes.subarray(lineEnd), false);
      held = rest;
      for (const part of [lines, shown]) if (part.length > 0) controller.enqueue(part);
    },
    flush(controller) {
      const { shown } = mask.hideInBytes(held, true);
      if (shown.length > 0) controller.enqueue(shown);
    },
  });
}

function maskOf(key: string): KeyMask {
  const mask = createMask({ replacement: MASK, isHidden: () => true });
  mask.learn([key]);
  return mask;
}
