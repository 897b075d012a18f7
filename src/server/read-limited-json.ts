import { tooLarge } from './check-headers.js';
import { badBody, isObject, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';

export interface LimitedJson {
  body: JsonObject;
  bytes: number;
}

/**
 * The JSON object of a request, counted while it is read, whatever the client declared.
 *
 * @throws ProxyRefusal `body-too-large` or `bad-body`
 */
export async function readLimitedJson(
  request: Request,
  maxBodyBytes: number,
): Promise<LimitedJson> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body?.getReader();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done || value === undefined) break;
      bytes += value.byteLength;
      if (bytes > maxBodyBytes) throw tooLarge(maxBodyBytes);
      text += decoder.decode(value, { stream: true });
    }
    text += decoder.decode();
  } catch (error) {
    if (error instanceof ProxyRefusal || request.signal.aborted) throw error;
    throw badBody('could not be read to its end as UTF-8 text');
  } finally {
    // Not read to the end: the rest is not wanted.
    reader?.cancel().catch(() => undefined);
  }
  return { body: parse(text), bytes };
}

function parse(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badBody(text === '' ? 'is empty' : 'is not complete JSON');
  }
  if (!isObject(value)) throw badBody('is not a JSON object');
  return value;
}
