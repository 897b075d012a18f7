/**
 * A browser says `TypeError: Failed to fetch` for an unplugged cable, a name that does not exist, a server that does
 * not allow this page, and a page that does not allow this server. This module asks the page for what it knows.
 */
import { KitError, type KitErrorFacts } from '../errors.js';
import { followSignal } from '../internal/abort.js';

const PROBE_LIMIT_MS = 3_000;

export interface NetworkFailureInput {
  url: URL;
  fetch: typeof globalThis.fetch;
  /** Whether a policy of the page blocked this request. */
  isBlockedByPolicy: boolean;
  /** Size of the request body. */
  bodyBytes?: number;
  /** Whether cookies were sent, which a server has to allow explicitly. */
  withCredentials?: boolean;
  cause: unknown;
  signal?: AbortSignal;
}

export async function explainNetworkFailure(input: NetworkFailureInput): Promise<KitError> {
  const { url, isBlockedByPolicy, cause } = input;
  const { message, blockedBy } = await explain(input);
  return new KitError('unreachable', {
    message,
    facts: { host: url.host, retryable: !isBlockedByPolicy, ...(blockedBy && { blockedBy }) },
    cause,
  });
}

interface Explanation {
  message: string;
  blockedBy?: KitErrorFacts['blockedBy'];
}

async function explain(input: NetworkFailureInput): Promise<Explanation> {
  const { url } = input;
  if (input.isBlockedByPolicy) {
    return {
      message: `The page's content security policy forbids connections to ${url.host}, so nothing was sent. Add ${url.origin} to its connect-src.`,
      blockedBy: 'policy',
    };
  }
  const cannotReach = `${url.host} cannot be reached.`;
  const isDead = {
    message: `${cannotReach} Check the address and the connection, then try again.`,
  };
  const page = (globalThis as { location?: { origin: string; protocol: string } }).location;
  if (page === undefined || page.origin === url.origin) {
    return isDead;
  }
  if (page.protocol === 'https:' && url.protocol === 'http:') {
    return {
      message: `${cannotReach} This page came over https, and browsers keep such pages from plain http addresses. Use an https address, or your own backend.`,
      blockedBy: 'mixed-content',
    };
  }
  const megabytes = (input.bodyBytes ?? 0) / 1_000_000;
  const size =
    megabytes < 1
      ? ''
      : ` Or the message, ${megabytes.toFixed(1)} MB, is too large for a server on the way: send fewer or smaller images.`;
  if (!(await answersProbe(input))) return isDead;
  return {
    message: `${url.host} is there, but the browser blocked its answer. The likely cause is CORS: the server does not allow requests from ${page.origin}. Allow this origin (and its headers${input.withCredentials ? ', and credentials' : ''}) on the server, or send through your own backend.${size}`,
    blockedBy: 'cors',
  };
}

/** Probes the server without key, body or readable answer, only to learn whether it is there. */
async function answersProbe({ url, fetch, signal }: NetworkFailureInput): Promise<boolean> {
  const { control, letGo } = followSignal(signal, PROBE_LIMIT_MS);
  try {
    const response = await fetch(url.origin, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: control.signal,
    });
    response.body?.cancel().catch(() => undefined);
    return true;
  } catch {
    return false;
  } finally {
    letGo();
  }
}

interface PolicyViolation extends Event {
  blockedURI?: string;
}

/** Watches for CSP violations against this URL during the request. */
export function watchPolicy(url: URL): { isBlocked: () => boolean; stop: () => void } {
  let isBlocked = false;
  const note = (event: Event): void => {
    const { blockedURI = '' } = event as PolicyViolation;
    if (blockedURI.startsWith(url.origin)) isBlocked = true;
  };
  const target = globalThis as Partial<EventTarget>;
  target.addEventListener?.('securitypolicyviolation', note);
  return {
    isBlocked: () => isBlocked,
    stop: () => target.removeEventListener?.('securitypolicyviolation', note),
  };
}
