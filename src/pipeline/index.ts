export { createPipeline } from './create-pipeline.js';
export { linkAddition } from './image-queue-link.js';
export { createImageQueue } from './image-queue.js';
export { planResize } from './plan-resize.js';
export { prepareImage } from './prepare-image.js';
export { findSupport } from './support.js';
export type { LinkFacts } from './image-queue-link.js';
export type { ContactSheet } from './plan-sheet.js';
export type { PlanOptions } from './plan-resize.js';
export type { PipelineSupport } from './support.js';
export type {
  DecodeHeic,
  DecodeRoute,
  OutputMediaType,
  Pipeline,
  PipelineEngine,
  PipelineOptions,
  PipelineStage,
  PreparedImage,
  PrepareNote,
  PrepareOptions,
  PrepareProgress,
  ResizePlan,
  WorkerSource,
} from './types.js';
export type {
  ImageQueue,
  ImageQueueOptions,
  QueueAddition,
  QueueItem,
  QueueItemStatus,
  QueueLink,
  QueueState,
  QueueTotals,
  SourceReplacement,
  UneditedSource,
} from './queue-types.js';
