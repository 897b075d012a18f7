/** What the page and the worker say to each other. The only file both sides import. */
import type { SerializedKitError } from '../../errors.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import type { PipelineSupport } from '../support.js';
import type { PipelineStage } from '../types.js';

export type WorkerRequest =
  /** The first message. `support` spares the worker its own measuring. */
  { kind: 'start'; support?: PipelineSupport } | { kind: 'render'; id: number; job: RenderJob };

export type WorkerReply =
  | { kind: 'ready'; support: PipelineSupport }
  | { kind: 'stage'; id: number; stage: PipelineStage }
  | { kind: 'done'; id: number; result: RenderResult }
  | { kind: 'failed'; id: number; error: SerializedKitError };
