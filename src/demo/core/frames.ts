/** Paces an answer: words arrive at a steady rate by the clock, so that a suspended tab catches up at once. */
import { sleep } from '../../internal/abort.js';
import { holdOpen } from './open-requests.js';
import type { Frame } from '../faults/fault.js';
import type { StreamWriter } from './stream-writer.js';

export interface Pace {
  delayMs: number;
  /** Tokens per second; 0 sends everything at once. */
  tokensPerSecond: number;
}

/** An event before the text takes as long as this many tokens. */
const INTERLUDE_TOKENS = 30;

/** Splits text into words with the white space after them; long words are split further, like a tokenizer would. */
function pieces(text: string): string[] {
  return text.match(/\s*\S{1,12}\s*|\s+/gu) ?? [];
}

export async function* frames(
  writer: StreamWriter,
  text: AsyncIterable<string>,
  { delayMs, tokensPerSecond }: Pace,
  signal: AbortSignal,
): AsyncGenerator<Frame> {
  yield { kind: 'start', data: writer.start() };
  if (delayMs > 0) await sleep(delayMs, signal);
  for (const data of writer.interlude?.() ?? []) {
    yield { kind: 'start', data };
    if (tokensPerSecond > 0) await sleep(INTERLUDE_TOKENS * (1000 / tokensPerSecond), signal);
  }
  let startedAtMs = performance.now();
  let count = 0;
  const sections = text[Symbol.asyncIterator]();
  for (;;) {
    const askedAtMs = performance.now();
    const section = await sections.next();
    if (section.done === true) break;
    // Time spent waiting is not made up for by a faster pace.
    startedAtMs += performance.now() - askedAtMs;
    for (const piece of pieces(section.value)) {
      if (tokensPerSecond > 0) {
        const dueMs = startedAtMs + (count / tokensPerSecond) * 1000 - performance.now();
        if (dueMs > 1) await sleep(dueMs, signal);
      }
      count += 1;
      yield { kind: 'delta', data: writer.delta(piece) };
    }
  }
  for (const data of writer.end()) yield { kind: 'end', data };
}

/** Returns a body that is written as it is read, and stops when it is no longer read. */
export function asBody(
  write: (signal: AbortSignal) => AsyncIterable<string | Uint8Array>,
  request: Request,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cancelled = new AbortController();
  const signal = AbortSignal.any([request.signal, cancelled.signal]);
  const iterator = write(signal)[Symbol.asyncIterator]();
  const release = holdOpen(request);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const fail = (): void => {
          controller.error(request.signal.reason);
          release();
        };
        if (request.signal.aborted) fail();
        else request.signal.addEventListener('abort', fail, { once: true });
      },
      async pull(controller) {
        try {
          const { value, done } = await iterator.next();
          if (signal.aborted) return;
          if (!done) {
            controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
            return;
          }
          controller.close();
        } catch (error) {
          if (!signal.aborted) controller.error(error);
        }
        release();
      },
      cancel() {
        cancelled.abort();
        release();
      },
    },
    // Nothing is written ahead of the reader, so that a cancellation takes effect.
    { highWaterMark: 0 },
  );
}
