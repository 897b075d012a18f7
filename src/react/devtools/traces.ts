import type { ChatTrace } from '../../chat/types.js';
import { createFrameBatch } from '../../internal/frame-batch.js';
import type { ServerEvent } from '../../wire/types.js';

/** One request to the server and what came back. */
export interface Exchange {
  /** Counted from 1. */
  number: number;
  request: Extract<ChatTrace, { type: 'request' }>;
  /** HTTP status of the last attempt. Missing until the server answers. */
  status?: number;
  /** The latest two hundred. */
  serverEvents: readonly ServerEvent[];
  /** Milliseconds from the request to each of `serverEvents`. */
  eventDelaysMs: readonly number[];
  serverEventCount: number;
  chatEventCount: number;
}

/** The latest exchanges of a chat. One object for as long as the component is mounted. */
export interface Traces {
  /** The option of the same name of `useImageChat` and `ImageChat`. */
  onTrace: (trace: ChatTrace) => void;
  /** Returns the latest ten exchanges, the oldest first: the same array until another trace arrives. */
  getExchanges: () => readonly Exchange[];
  /** Calls back at most once a frame. Returns a function that ends it. */
  subscribe: (onChange: () => void) => () => void;
}

const MAX_EXCHANGES = 10;
const MAX_EVENTS = 200;

/** Keeps little, so that a long session does not fill memory: each request has all its images. */
export function createTraces(): Traces {
  let exchanges: readonly Exchange[] = [];
  let lastNumber = 0;
  let sentAtMs = 0;
  const listeners = new Set<() => void>();
  const batch = createFrameBatch(() => {
    for (const listener of listeners) listener();
  });
  return {
    onTrace(trace) {
      if (trace.type === 'request') {
        lastNumber += 1;
        sentAtMs = performance.now();
        const begun = {
          serverEvents: [],
          eventDelaysMs: [],
          serverEventCount: 0,
          chatEventCount: 0,
        };
        const exchange = { number: lastNumber, request: trace, ...begun };
        exchanges = [...exchanges, exchange].slice(-MAX_EXCHANGES);
      } else {
        // An answer that is taken up again after a reload has no request.
        const last = exchanges.at(-1);
        if (!last) return;
        exchanges = [
          ...exchanges.slice(0, -1),
          withTrace(last, trace, performance.now() - sentAtMs),
        ];
      }
      batch.schedule();
    },
    getExchanges: () => exchanges,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
  };
}

function withTrace(
  before: Exchange,
  trace: Exclude<ChatTrace, { type: 'request' }>,
  delayMs: number,
): Exchange {
  switch (trace.type) {
    case 'response':
      return { ...before, status: trace.status };
    case 'server-event':
      return {
        ...before,
        serverEvents: [...before.serverEvents, trace.event].slice(-MAX_EVENTS),
        eventDelaysMs: [...before.eventDelaysMs, delayMs].slice(-MAX_EVENTS),
        serverEventCount: before.serverEventCount + 1,
      };
    default:
      return { ...before, chatEventCount: before.chatEventCount + 1 };
  }
}
