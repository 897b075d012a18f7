/** An answer in time: words at a steady pace, by the clock, so that a sleeping tab catches up at once. */
import { sleep } from '../../internal/abort.js';
import { holdOpen } from './open-requests.js';
import type { Frame } from '../faults/fault.js';
import type { StreamWriter } from './stream-writer.js';

export interface Pace {
  delayMs: number;
  /** 0: all at once. */
  tokensPerSecond: number;
}

/** A word with the blanks after it; long words in pieces, as a tokenizer would have them. */
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
  let startedAtMs = performance.now();
  let count = 0;
  const sections = text[Symbol.asyncIterator]();
  for (;;) {
    const askedAtMs = performance.now();
    const section = await sections.next();
    if (section.done === true) break;
    // What had to be waited for is not made up for by haste.
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

/** A body that is written as it is read, and stops when nobody reads it any more. */
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
    // Nothing is written ahead of the reader, so that stopping stops.
    { highWaterMark: 0 },
  );
}
