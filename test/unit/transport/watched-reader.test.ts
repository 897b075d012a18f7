import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deadlineIn } from '../../../src/transport/deadline.js';
import { watchReader } from '../../../src/transport/watched-reader.js';

const soon = () => deadlineIn('stalled', 1_000);
const later = () => deadlineIn('stalled', 60_000);
const bytesOf = (...values: number[]) => Uint8Array.of(...values);

/** A stream in the hands of a test. */
function held() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { stream, controller, isCancelled: () => isCancelled };
}

/** Lets everything happen that waits for no time to pass. */
const turn = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('watchReader', () => {
  test('gives a first chunk at once, and what came meanwhile in one piece', async () => {
    const { stream, controller } = held();
    const reader = watchReader(stream, undefined);
    controller.enqueue(bytesOf(1));
    expect(await reader.read(later)).toEqual(bytesOf(1));
    for (const value of [2, 3, 4]) controller.enqueue(bytesOf(value));
    await turn();
    expect(await reader.read(later)).toEqual(bytesOf(2, 3, 4));
    controller.close();
    expect(await reader.read(later)).toBeUndefined();
  });

  test('reads only so far ahead', async () => {
    let pulls = 0;
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulls += 1;
          controller.enqueue(new Uint8Array(16_384));
        },
      },
      { highWaterMark: 0 },
    );
    const reader = watchReader(stream, undefined);
    expect((await reader.read(later))?.length).toBe(16_384);
    await turn();
    expect(pulls).toBeLessThanOrEqual(6);
    reader.close();
  });

  test('gives what had come before the stream broke, then how it broke', async () => {
    const { stream, controller } = held();
    const reader = watchReader(stream, undefined);
    const first = reader.read(later);
    controller.enqueue(bytesOf(1));
    await first;
    controller.enqueue(bytesOf(2));
    await turn();
    controller.error(new TypeError('cut'));
    await turn();
    expect(await reader.read(later)).toEqual(bytesOf(2));
    await expect(reader.read(later)).rejects.toThrow('cut');
  });

  test('counts silence from the last chunk, not from the first', async () => {
    const { stream, controller } = held();
    const reader = watchReader(stream, undefined);
    for (let index = 0; index < 5; index += 1) {
      const read = reader.read(soon);
      await vi.advanceTimersByTimeAsync(999);
      controller.enqueue(bytesOf(index));
      expect(await read).toEqual(bytesOf(index));
    }
    await Promise.all([
      expect(reader.read(soon)).rejects.toMatchObject({ code: 'stalled' }),
      vi.advanceTimersByTimeAsync(1_000),
    ]);
    reader.close();
  });

  test('an earlier deadline than the one before is kept', async () => {
    const { stream, controller } = held();
    const reader = watchReader(stream, undefined);
    controller.enqueue(bytesOf(1));
    await reader.read(later);
    const waiting = reader.read(later);
    controller.enqueue(bytesOf(2));
    await waiting;
    await Promise.all([
      expect(reader.read(soon)).rejects.toMatchObject({ code: 'stalled' }),
      vi.advanceTimersByTimeAsync(1_000),
    ]);
    reader.close();
  });

  test('time in which nobody reads is no silence', async () => {
    const { stream, controller } = held();
    const reader = watchReader(stream, undefined);
    controller.enqueue(bytesOf(1));
    await reader.read(soon);
    await vi.advanceTimersByTimeAsync(2_000);
    controller.enqueue(bytesOf(2));
    expect(await reader.read(soon)).toEqual(bytesOf(2));
    reader.close();
  });

  test('stops at once when it is told to, and lets the stream go', async () => {
    const { stream, isCancelled } = held();
    const controller = new AbortController();
    const reader = watchReader(stream, controller.signal);
    const read = reader.read(later);
    controller.abort();
    await expect(read).rejects.toMatchObject({ code: 'aborted' });
    await expect(reader.read(later)).rejects.toMatchObject({ code: 'aborted' });
    reader.close();
    await turn();
    expect(isCancelled()).toBe(true);
  });
});
