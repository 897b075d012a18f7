import { within } from './deadline.js';
import { maskText } from './mask-key.js';
import { isPassedType, passedHeaders } from './passed-headers.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { UpstreamAnswer } from './upstream-answer.js';

/** An error's body is short. A longer one is not passed on. */
const MAX_ERROR_CHARACTERS = 65_536;
/** Anything that arrives later is dropped, because the client is waiting. */
const MAX_ERROR_MS = 10_000;
export const LOGGED_CHARACTERS = 300;

/**
 * Returns the provider's message about a bad request, masked, since it says what to do. A refused key is the server's
 * own problem, and that answer may repeat the key, so it is not passed on.
 */
export async function readFailure(
  response: Response,
  key: string,
  { ms, signal }: { ms: number; signal: AbortSignal },
): Promise<UpstreamAnswer> {
  const { status } = response;
  const text = await readText(response, {
    maxCharacters: MAX_ERROR_CHARACTERS,
    ms: Math.min(ms, MAX_ERROR_MS),
    signal,
  });
  const masked = maskText(text, key);
  const message = masked.slice(0, LOGGED_CHARACTERS);
  if (status === 403 && GONE_FILE.test(masked)) return goneFile(response, key, message);
  if (status === 401 || status === 403) {
    throw new ProxyRefusal(
      502,
      'key-refused',
      'The server could not sign in to the model. Report this to the operator of this app.',
      { upstream: { status, message } },
    );
  }
  const isJson = isPassedType(response.headers.get('content-type') ?? '') && isParsable(masked);
  const headers = passedHeaders(response, key);
  const body = isJson
    ? masked
    : JSON.stringify({
        error: { message: `The model answered with status ${status}.`, code: null },
      });
  return {
    // A redirect is never followed, and never passed on. There are no statuses above 599.
    status: status >= 400 && status <= 599 ? status : 502,
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    message,
  };
}

/** Some providers refuse a deleted file as if it belonged to someone else. The page uploads it again after a 404. */
const GONE_FILE = /\bfile\b[^"]{0,200}may not exist/i;

function goneFile(response: Response, key: string, message: string): UpstreamAnswer {
  const error = { message: 'The uploaded image may not exist any more.', code: 'file_not_found' };
  return {
    status: 404,
    headers: { ...passedHeaders(response, key), 'content-type': 'application/json' },
    body: JSON.stringify({ error }),
    message,
  };
}

/** Returns the part of a body that arrives in the given time, up to a length. The rest is not read. */
export async function readText(
  response: Response,
  { maxCharacters, ms, signal }: { maxCharacters: number; ms: number; signal: AbortSignal },
): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  const read = async (): Promise<void> => {
    while (text.length < maxCharacters) {
      const { value, done } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  };
  // Truncated: what arrived is enough, or is not JSON and not passed on.
  await within(read(), { ms, signal }).catch(() => undefined);
  reader.cancel().catch(() => undefined);
  return text;
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
