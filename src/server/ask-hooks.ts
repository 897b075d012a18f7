/**
 * Calls the app's own functions. One that fails, or never settles, refuses the request: otherwise anyone could spend
 * the key.
 */
import { within } from './deadline.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import type { RebuiltBody } from './rebuild-body.js';
import type { OwnerHook, ProxyOptions } from './types.js';

const DEFAULT_WAIT_S = 60;
/** Longest wait that is announced. Longer ones are of no use, and `Infinity` is not valid in a header. */
const MAX_WAIT_S = 86_400;

/** Context of a hook call. Its answer is awaited as long as the client and the settings allow. */
export interface HookCall {
  request: Request;
  settings: ProxySettings;
  options: ProxyOptions;
}

/** Calls a hook, so that throwing, rejecting and never settling are handled alike. */
function call<T>(work: () => T | Promise<T>, { request, settings }: HookCall): Promise<T> {
  return within((async () => work())(), { ms: settings.hookTimeoutMs, signal: request.signal });
}

/** @throws ProxyRefusal 401 unless `authorize` returns true */
export async function checkAuthorization(hookCall: HookCall): Promise<void> {
  const { authorize } = hookCall.options;
  if (!authorize || authorize === 'public') return;
  const mayUse = await call(() => authorize(hookCall.request), hookCall).catch(() => undefined);
  if (!mayUse) throw notAuthorized(mayUse === undefined);
}

/** @throws ProxyRefusal 429 with `retry-after`, or 503 if the limiter fails */
export async function checkRate(hookCall: HookCall): Promise<void> {
  const { rateLimit } = hookCall.options;
  if (!rateLimit) return;
  const verdict = await call(() => rateLimit(hookCall.request), hookCall).catch(() => {
    throw new ProxyRefusal(
      503,
      'rate-limit-failed',
      'The server cannot check its rate limit. Try again later.',
    );
  });
  if (verdict === undefined) return;
  const wish = Math.ceil(verdict?.retryAfter ?? DEFAULT_WAIT_S);
  const seconds = wish >= 1 ? Math.min(wish, MAX_WAIT_S) : DEFAULT_WAIT_S;
  throw new ProxyRefusal(429, 'rate-limited', `Too many requests. Try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  });
}

/** @throws ProxyRefusal 400 with the message of `policy`, or 503 if it fails */
export async function checkPolicy(rebuilt: RebuiltBody, hookCall: HookCall): Promise<void> {
  const { policy } = hookCall.options;
  if (!policy) return;
  const { model, images, attached: files, body } = rebuilt;
  const facts = { model, images, files, body, request: hookCall.request };
  const objection = await call(() => policy(facts), hookCall).catch(() => {
    throw new ProxyRefusal(
      503,
      'refused-by-policy',
      'The server cannot check requests at the moment. Try again later.',
    );
  });
  if (objection !== undefined) {
    throw new ProxyRefusal(400, 'refused-by-policy', objection, { maySetupBeWrong: false });
  }
}

/** @throws ProxyRefusal 503 without a key, or with one that is not a valid header value */
export async function readKey(hookCall: HookCall): Promise<string> {
  const { key } = hookCall.options;
  const found = await call(() => (typeof key === 'function' ? key() : key), hookCall).catch(
    () => undefined,
  );
  const trimmed = found?.trim() ?? '';
  // A line break in a key would cause an error whose text contains the key.
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new ProxyRefusal(
    503,
    'not-configured',
    'This server has no key for the model. Report this to the operator of this app.',
  );
}

/** @throws ProxyRefusal 401 if `owner` returns `undefined` or fails */
export async function readOwner(
  { owner }: { owner?: OwnerHook | undefined },
  hookCall: HookCall,
): Promise<string> {
  if (!owner) return '';
  const found = await call(() => owner(hookCall.request), hookCall).catch(() => undefined);
  if (typeof found === 'string' && found !== '') return found;
  throw notAuthorized(false);
}

function notAuthorized(hasFailed: boolean): ProxyRefusal {
  return new ProxyRefusal(401, 'not-authorized', 'Sign in first, then try again.', {
    maySetupBeWrong: hasFailed,
  });
}
