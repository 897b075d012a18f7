import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

/** How long a client is asked to wait: a slot is free again as soon as one answer ends. */
const WAIT_S = 5;

/** One request's slot among those in flight. */
export interface Place {
  /** Counts bytes of a body that is being held. @throws ProxyRefusal 503 `busy` */
  hold(bytes: number): void;
  /** Called when the body is no longer held. */
  release(): void;
  /** Called when the request has ended, including its answer. Further calls do nothing. */
  leave(): void;
}

/**
 * Counts the requests in flight of one handler, so that many at once exhaust neither its memory nor the account.
 *
 * @returns a function that gives a request its slot, or throws ProxyRefusal 503 `busy`
 */
export function createServerLoad({
  maxConcurrentRequests,
  maxBufferedBytes,
}: ProxySettings): () => Place {
  let requests = 0;
  let bufferedBytes = 0;
  return () => {
    if (requests >= maxConcurrentRequests) throw busy();
    requests += 1;
    let heldBytes = 0;
    let hasLeft = false;
    const release = (): void => {
      bufferedBytes -= heldBytes;
      heldBytes = 0;
    };
    return {
      hold(bytes) {
        if (bufferedBytes + bytes > maxBufferedBytes) throw busy();
        bufferedBytes += bytes;
        heldBytes += bytes;
      },
      release,
      leave() {
        if (hasLeft) return;
        hasLeft = true;
        release();
        requests -= 1;
      },
    };
  };
}

function busy(): ProxyRefusal {
  return new ProxyRefusal(
    503,
    'busy',
    `This server is handling as many requests as it allows. Try again in ${WAIT_S} s.`,
    { headers: { 'retry-after': String(WAIT_S) } },
  );
}
