import { isRecord } from '../internal/read-value.js';
import { isPlainId } from './sign-id.js';

/** The data of the first event, once it is complete. */
const FIRST_DATA = /^data:(.*)[\r\n]/m;
/** The first event repeats the instructions of the request, which may be long. */
const MAX_HELD_CHARACTERS = 4_194_304;

/**
 * Replaces the id of a response in its events with the signed one, also where it is split between two chunks. The id is
 * read from the first event, unless it is given.
 */
export function signResponseIds(
  sign: (id: string) => Promise<string>,
  known?: string,
): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let id = known;
  let signed: string | undefined;
  let held = '';
  let hasBegun = known !== undefined;

  async function pass(isLast: boolean): Promise<string> {
    const [, first] = hasBegun ? [] : (FIRST_DATA.exec(held) ?? []);
    id ??= first === undefined ? undefined : idIn(first);
    hasBegun ||= isLast || first !== undefined || held.length > MAX_HELD_CHARACTERS;
    if (!hasBegun) return '';
    const text = held;
    held = '';
    if (id === undefined) return text;
    signed ??= await sign(id);
    // A quotation mark within a string is escaped, so this matches whole values only.
    const wanted = JSON.stringify(id);
    const replaced = text.replaceAll(wanted, JSON.stringify(signed));
    if (isLast) return replaced;
    const cut = beginOf(wanted, replaced);
    held = replaced.slice(cut);
    return replaced.slice(0, cut);
  }

  return new TransformStream({
    async transform(chunk, controller) {
      held += decoder.decode(chunk, { stream: true });
      const passed = await pass(false);
      if (passed !== '') controller.enqueue(encoder.encode(passed));
    },
    async flush(controller) {
      held += decoder.decode();
      const passed = await pass(true);
      if (passed !== '') controller.enqueue(encoder.encode(passed));
    },
  });
}

/** Returns the id of the response that an event belongs to. */
function idIn(data: string): string | undefined {
  try {
    const event: unknown = JSON.parse(data);
    const id = isRecord(event) && isRecord(event['response']) && event['response']['id'];
    return isPlainId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Returns where the end of a text may be the beginning of `wanted`, or the length of the text. */
function beginOf(wanted: string, text: string): number {
  for (let at = Math.max(0, text.length - wanted.length + 1); at < text.length; at += 1) {
    if (wanted.startsWith(text.slice(at))) return at;
  }
  return text.length;
}
