/** Masks the keys of a transport in everything it returns: bodies, headers and errors. */
import { KitError } from '../errors.js';
import type { KitErrorFacts } from '../errors.js';
import { joined } from './key-mask.js';
import type { KeyMask } from './key-mask.js';

const MAX_DEPTH = 5;
const MAX_VALUES = 2_000;

/**
 * Yields the chunks of a body without keys. The end of each chunk waits for the next, because a key may be split
 * between them.
 */
export async function* hideInChunks(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  mask: KeyMask,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (mask.keys.length === 0) {
    yield* chunks;
    return;
  }
  let held: Uint8Array = new Uint8Array();
  try {
    for await (const chunk of chunks) {
      const { shown, rest } = mask.hideInBytes(joined([held, chunk]), false);
      held = rest;
      if (shown.length > 0) yield shown;
    }
  } catch (error) {
    // Bytes that arrived before the body broke are passed on.
    yield mask.hideInBytes(held, true).shown;
    throw error;
  }
  yield mask.hideInBytes(held, true).shown;
}

export function hideInHeaders(headers: Headers, mask: KeyMask): Headers {
  return new Headers([...headers].map(([name, value]) => [name, mask.hide(value)]));
}

/** Returns the same error if it holds no key, otherwise a copy with the key masked. */
export function hideInError<T>(error: T, mask: KeyMask): T {
  if (mask.keys.length === 0 || !holdsKey(error, mask)) return error;
  return withoutKeys(error, mask, MAX_DEPTH) as T;
}

function withoutKeys(value: unknown, mask: KeyMask, depth: number): unknown {
  if (depth === 0) return undefined;
  if (typeof value === 'string') return mask.hide(value);
  const { message, name, stack, cause } = (value ?? {}) as Record<string, unknown>;
  const options = {
    message: hiddenText(message, mask) ?? '',
    ...(cause !== undefined && { cause: withoutKeys(cause, mask, depth - 1) }),
  };
  if (KitError.is(value)) {
    return new KitError(value.code, { ...options, facts: hiddenFacts(value.facts, mask) });
  }
  // Of an app's own error, only what all errors have in common can be copied.
  return Object.assign(new Error(options.message, options), {
    name: hiddenText(name, mask) ?? 'Error',
    stack: hiddenText(stack, mask),
  });
}

function hiddenFacts(facts: KitErrorFacts, mask: KeyMask): KitErrorFacts {
  const fields = Object.entries(facts).map(([name, fact]: [string, unknown]) => [
    name,
    hiddenText(fact, mask) ?? fact,
  ]);
  return Object.fromEntries(fields) as KitErrorFacts;
}

function hiddenText(value: unknown, mask: KeyMask): string | undefined {
  return typeof value === 'string' ? mask.hide(value) : undefined;
}

/** Whether a key can be reached from this value, as a console or an error report would serialize it. */
function holdsKey(value: unknown, mask: KeyMask): boolean {
  const seen = new Set<unknown>();
  const look = (item: unknown, depth: number): boolean => {
    if (typeof item === 'string') return mask.hide(item) !== item;
    if (typeof item !== 'object' || item === null || depth > MAX_DEPTH) return false;
    if (seen.has(item) || seen.size > MAX_VALUES) return false;
    seen.add(item);
    return partsOf(item).some((part) => look(part, depth + 1));
  };
  return look(value, 0);
}

function partsOf(item: object): readonly unknown[] {
  if (item instanceof Headers || item instanceof Map) return [...item].flat();
  try {
    // Some properties of the browser's objects are not own properties.
    const { message, stack, cause, headers, url } = item as Record<string, unknown>;
    return [message, stack, cause, headers, url, ...Object.entries(item).flat()];
  } catch {
    return [];
  }
}
