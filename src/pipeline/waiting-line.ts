import { abortedError } from '../internal/abort.js';

export interface WaitingLine {
  /** Resolves when it is this one's turn, with the function that gives the place back. */
  enter(options?: {
    priority?: number | (() => number) | undefined;
    signal?: AbortSignal | undefined;
  }): Promise<() => void>;
}

interface Waiting {
  priority: number | (() => number);
  go: () => void;
}

const priorityOf = ({ priority }: Waiting): number =>
  typeof priority === 'function' ? priority() : priority;

/** Lets so many in at a time: higher priority first, then in order of arrival. */
export function createWaitingLine(places: number): WaitingLine {
  const waiting: Waiting[] = [];
  let free = places;

  const letIn = (): void => {
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
  };

  return {
    enter: ({ priority = 0, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(abortedError(signal));
          return;
        }
        let isInside = true;
        const leave = (): void => {
          if (!isInside) return;
          isInside = false;
          free += 1;
          letIn();
        };
        const leaveLine = (): void => {
          waiting.splice(waiting.indexOf(me), 1);
          reject(abortedError(signal));
        };
        const me: Waiting = {
          priority,
          go: () => {
            signal?.removeEventListener('abort', leaveLine);
            resolve(leave);
          },
        };
        signal?.addEventListener('abort', leaveLine, { once: true });
        waiting.push(me);
        letIn();
      }),
  };
}
