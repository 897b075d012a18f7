import type { ErrorStyle } from '../core/refusal.js';
import type { StreamWriter } from '../core/stream-writer.js';

/** One event of a streamed answer, as text, with its kind. */
export interface Frame {
  kind: 'start' | 'delta' | 'end';
  data: string;
}

export interface SpoilTools {
  writer: StreamWriter;
  signal: AbortSignal;
}

/** A way to fail: instead of an answer, in the middle of it, at its end, or in its pace. */
export type Fault =
  | {
      kind: 'response';
      what: string;
      /** `seen` is how many requests this fault has met before. Returning `undefined` lets the request through. */
      respond(
        request: Request,
        style: ErrorStyle,
        seen: number,
      ): Promise<Response> | Response | undefined;
    }
  | {
      kind: 'stream';
      what: string;
      /** Replace the writer's own headers. */
      headers?: Readonly<Record<string, string>>;
      spoil(frames: AsyncIterable<Frame>, tools: SpoilTools): AsyncIterable<string | Uint8Array>;
    }
  | { kind: 'ending'; what: string; finish: 'length' | 'filter' | 'refusal' }
  | { kind: 'batch'; what: string }
  | { kind: 'pace'; what: string; delayMs: number; tokensPerSecond: number };

export type FaultTable = Readonly<Record<string, Fault>>;

export interface OrderedFault {
  name: string;
  fault: Fault;
}
