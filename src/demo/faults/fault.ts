import type { ErrorStyle } from '../core/refusal.js';
import type { StreamWriter } from '../core/stream-writer.js';

/** One event of a streamed answer, as text, with what it is. */
export interface Frame {
  kind: 'start' | 'delta' | 'end';
  data: string;
}

export interface SpoilTools {
  writer: StreamWriter;
  signal: AbortSignal;
}

/** A way to fail: instead of an answer, in the middle of it, by its end, or by its pace. */
export type Fault =
  | {
      kind: 'response';
      what: string;
      /** `seen`: how many requests this fault has met before. Nothing returned lets the request through. */
      respond(
        request: Request,
        style: ErrorStyle,
        seen: number,
      ): Promise<Response> | Response | undefined;
    }
  | {
      kind: 'stream';
      what: string;
      /** In place of the writer's own. */
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
