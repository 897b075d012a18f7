/** The app's own functions. One that fails lets nobody through: the bill would be open otherwise. */
import { ProxyRefusal } from './proxy-refusal.js';
import type { RebuiltBody } from './rebuild-body.js';
import type { ProxyOptions } from './types.js';

const DEFAULT_WAIT_S = 60;

/** @throws ProxyRefusal 401 unless `authorize` says true */
export async function checkAuthorization(
  request: Request,
  { authorize }: ProxyOptions,
): Promise<void> {
  if (!authorize) return;
  const mayUse = await Promise.resolve(request)
    .then(authorize)
    .catch(() => false);
  if (!mayUse) throw new ProxyRefusal(401, 'not-authorized', 'Sign in first, then try again.');
}

/** @throws ProxyRefusal 429 with `retry-after`, or 503 when the limiter fails */
export async function checkRate(request: Request, { rateLimit }: ProxyOptions): Promise<void> {
  if (!rateLimit) return;
  const verdict = await Promise.resolve(request)
    .then(rateLimit)
    .catch(() => {
      throw new ProxyRefusal(
        503,
        'rate-limit-failed',
        'The server cannot tell how busy it is. Try again in a while.',
      );
    });
  if (verdict === undefined) return;
  const wish = Math.ceil(verdict?.retryAfter ?? DEFAULT_WAIT_S);
  const seconds = wish >= 1 ? wish : DEFAULT_WAIT_S;
  throw new ProxyRefusal(429, 'rate-limited', `Too many requests. Try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  });
}

/** @throws ProxyRefusal 400 in the words of `policy`, or 503 when it fails */
export async function checkPolicy(
  rebuilt: RebuiltBody,
  request: Request,
  { policy }: ProxyOptions,
): Promise<void> {
  if (!policy) return;
  const objection = await Promise.resolve({ ...rebuilt, request })
    .then(policy)
    .catch(() => {
      throw new ProxyRefusal(
        503,
        'refused-by-policy',
        'The server cannot check requests at the moment. Try again in a while.',
      );
    });
  if (objection !== undefined) throw new ProxyRefusal(400, 'refused-by-policy', objection);
}

/** @throws ProxyRefusal 503 without a key, or with one that cannot travel in a header */
export async function readKey({ key }: ProxyOptions): Promise<string> {
  const found = await Promise.resolve(key)
    .then((given) => (typeof given === 'function' ? given() : given))
    .catch(() => undefined);
  const trimmed = found?.trim() ?? '';
  // A line break in a key would make an error whose text names the key.
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new ProxyRefusal(
    503,
    'not-configured',
    'This server has no key for the model. Tell whoever runs this app.',
  );
}
