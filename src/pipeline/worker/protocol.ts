/** The messages between the page and the worker. The only file that both sides import. */
import type { SerializedKitError } from '../../errors.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import type { PipelineSupport } from '../types.js';
import type { PipelineStage } from '../types.js';

export type WorkerRequest =
  /** The first message. `support` spares the worker its own measurement. */
  { kind: 'start'; support?: PipelineSupport } | { kind: 'render'; id: number; job: RenderJob };

export type WorkerReply =
  | { kind: 'ready'; support: PipelineSupport }
  | { kind: 'stage'; id: number; stage: PipelineStage }
  | { kind: 'done'; id: number; result: RenderResult }
  | { kind: 'failed'; id: number; error: SerializedKitError };

/** The field that each message must have. */
const fieldOf = {
  render: 'job',
  ready: 'support',
  stage: 'stage',
  done: 'result',
  failed: 'error',
};

/**
 * Whether a message is one of the kit's. Extensions and tools post their own messages, and a worker that an
 * app starts may send anything.
 */
export function isMessage(data: unknown): data is WorkerRequest | WorkerReply {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  if (data.kind === 'start') return true;
  const field = Object.entries(fieldOf).find(([kind]) => kind === data.kind)?.[1];
  return field !== undefined && Boolean((data as Record<string, unknown>)[field]);
}
