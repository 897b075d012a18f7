import { maskKeyLike } from '../internal/mask-keys.js';
import { createKeyMask as createMask, joined } from '../transport/key-mask.js';
import type { KeyMask } from '../transport/key-mask.js';

/** Replaces the key, so that no byte of it is passed on even if the upstream repeats it. */
export const MASK = '***';

const LINE_ENDS = [10, 13];

/** Masks the text of a failure: the key itself, and anything that looks like one. */
export function maskText(text: string, key: string): string {
  return maskKeyLike(maskKey(text, key), MASK);
}

/** Masks the key, in each form in which it may be repeated. */
export function maskKey(text: string, key: string): string {
  return maskOf(key).hide(text);
}

/**
 * Passes a stream through unchanged, except for the key, even if it is split between two chunks. The events of a stream
 * end with a line, and no key spans two lines, so only the end of an unfinished line waits for the next chunk.
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
