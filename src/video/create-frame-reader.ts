import { abortedError, followSignal, throwIfAborted } from '../internal/abort.js';
import { createLimiter } from '../internal/limiter.js';
import type { Frame, FrameReader } from './types.js';

export interface FrameDecoder extends Omit<FrameReader, 'withFrame'> {
  /** Decodes the frame at a time. `free` is called once it has been read. */
  decode: (timeS: number, abort: AbortSignal) => Promise<Frame & { free?: () => void }>;
}

/** Creates a reader that decodes one frame at a time, until it is closed. */
export function createFrameReader({ decode, close, ...facts }: FrameDecoder): FrameReader {
  const oneAtATime = createLimiter(1);
  const closing = new AbortController();
  return {
    ...facts,
    close() {
      if (closing.signal.aborted) return;
      closing.abort(abortedError());
      close();
    },
    withFrame(timeS, read, signal) {
      const work = async () => {
        const { control, letGo } = followSignal(signal);
        const stop = (): void => control.abort(abortedError());
        closing.signal.addEventListener('abort', stop);
        if (closing.signal.aborted) stop();
        try {
          throwIfAborted(control.signal);
          const { free, ...frame } = await decode(timeS, control.signal);
          try {
            return await read(frame);
          } finally {
            free?.();
          }
        } finally {
          closing.signal.removeEventListener('abort', stop);
          letGo();
        }
      };
      return oneAtATime.run(work, { signal });
    },
  };
}
