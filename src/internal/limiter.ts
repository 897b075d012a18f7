import { abortedError } from './abort.js';

export interface LimiterOptions {
  /** Read each time a slot becomes free. @defaultValue 0 */
  priority?: number | (() => number) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Limiter {
  /**
   * Runs a task when it is its turn: higher priority first, then in order of arrival.
   *
   * @throws KitError `aborted` when the signal is aborted while the task waits
   */
  run<T>(task: () => Promise<T>, options?: LimiterOptions): Promise<T>;
}

interface Waiting {
  priority: number | (() => number);
  go: () => void;
}

const priorityOf = ({ priority }: Waiting): number =>
  typeof priority === 'function' ? priority() : priority;

/** Limits concurrency to `places` tasks. */
export function createLimiter(places: number): Limiter {
  const waiting: Waiting[] = [];
  let free = places;

  function startNext(): void {
    while (free > 0 && waiting.length > 0) {
      let best = 0;
      let bestPriority = -Infinity;
      for (const [index, one] of waiting.entries()) {
        const priority = priorityOf(one);
        if (priority > bestPriority) [best, bestPriority] = [index, priority];
      }
      free -= 1;
      waiting.splice(best, 1)[0]?.go();
    }
  }

  function turn({ priority = 0, signal }: LimiterOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(abortedError(signal));
        return;
      }
      const leave = (): void => {
        waiting.splice(waiting.indexOf(me), 1);
        reject(abortedError(signal));
      };
      const me: Waiting = {
        priority,
        go() {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(me);
      startNext();
    });
  }

  return {
    async run(task, options = {}) {
      await turn(options);
      try {
        return await task();
      } finally {
        free += 1;
        startNext();
      }
    },
  };
}

/**
 * Like `Promise.all` over `map`, with at most `limit` calls in flight. After a failure no further call is
 * started.
 */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  let hasFailed = false;
  async function takeNext(): Promise<void> {
    for (const [index, item] of left) {
      if (hasFailed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeNext));
  return results;
}
