import { isRecord } from '../internal/read-value.js';
import { tooLarge } from './check-headers.js';
import { startTimer, timeoutError, within } from './deadline.js';
import { badBody, type JsonObject } from './json-fields.js';
import { createValueCounter } from './count-json-values.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import type { Place } from './server-load.js';

export interface LimitedJson {
  body: JsonObject;
  bytes: number;
}

/** Allowance for values other than messages and parts: settings, and the fields that `extraFields` lets through. */
const OTHER_VALUES = 20_000;
const VALUES_PER_PART = 16;

/**
 * Returns the JSON object of a request.
 *
 * @throws ProxyRefusal as `readChunks`, and `bad-body` or `too-many-parts`
 */
export async function readLimitedJson(
  request: Request,
  settings: ProxySettings,
  place: Place,
): Promise<LimitedJson> {
  const { maxBodyBytes, maxMessages, maxParts } = settings;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const maxValues = (maxMessages + maxParts) * VALUES_PER_PART + OTHER_VALUES;
  const countValues = createValueCounter(maxValues, () => {
    throw tooManyParts(settings);
  });
  let text = '';
  const bytes = await readChunks(request, { maxBodyBytes, settings, place }, (chunk) => {
    countValues(chunk);
    text += decode(() => decoder.decode(chunk, { stream: true }));
  });
  text += decode(() => decoder.decode());
  return { body: parse(text), bytes };
}

/**
 * Returns the bytes of a request.
 *
 * @throws ProxyRefusal as `readChunks`
 */
export async function readLimitedBytes(
  request: Request,
  limits: ReadLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const bytes = await readChunks(request, limits, (chunk) => {
    chunks.push(chunk);
  });
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export interface ReadLimits {
  maxBodyBytes: number;
  settings: ProxySettings;
  place: Place;
}

/**
 * Reads a body, counting bytes whatever the client declared, and gives up on a client that falls silent or takes too
 * long.
 *
 * @throws ProxyRefusal `body-too-large`, `body-timeout`, `bad-body` or `busy`
 */
async function readChunks(
  request: Request,
  { maxBodyBytes, settings, place }: ReadLimits,
  onChunk: (chunk: Uint8Array) => void,
): Promise<number> {
  const { bodyTimeoutMs, bodyIdleTimeoutMs } = settings;
  const reader = request.body?.getReader();
  if (!reader) return 0;
  const late = new AbortController();
  const cancelTimer = startTimer(bodyTimeoutMs, () => late.abort(timeoutError()));
  const leave = (): void => late.abort(request.signal.reason);
  if (request.signal.aborted) leave();
  request.signal.addEventListener('abort', leave, { once: true });
  let bytes = 0;
  try {
    for (;;) {
      const read = within(reader.read(), { ms: bodyIdleTimeoutMs, signal: late.signal });
      const { value, done } = await read;
      if (done) return bytes;
      bytes += value.byteLength;
      if (bytes > maxBodyBytes) throw tooLarge(maxBodyBytes);
      place.hold(value.byteLength);
      onChunk(value);
    }
  } catch (error) {
    if (error instanceof ProxyRefusal || request.signal.aborted) throw error;
    if (error instanceof DOMException && error.name === 'TimeoutError') throw tooSlow();
    throw badBody('could not be read to its end');
  } finally {
    cancelTimer();
    request.signal.removeEventListener('abort', leave);
    // Not read to the end, because the rest is not needed.
    reader.cancel().catch(() => undefined);
  }
}

export function tooManyParts({ maxMessages, maxParts }: ProxySettings): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'too-many-parts',
    `The chat has more than the ${maxMessages} messages or the ${maxParts} parts this server accepts. Start a new one, or send fewer of the earlier messages.`,
  );
}

function tooSlow(): ProxyRefusal {
  return new ProxyRefusal(
    408,
    'body-timeout',
    'The request did not arrive in time. Send it again, over a better connection or with fewer images.',
  );
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    throw badBody('is not UTF-8 text');
  }
}

function parse(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badBody(text === '' ? 'is empty' : 'is not complete JSON');
  }
  if (!isRecord(value)) throw badBody('is not a JSON object');
  return value;
}
