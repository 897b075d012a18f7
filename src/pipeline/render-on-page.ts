/**
 * Prepares an image without a worker: on the page itself, or with browser-image-compression if there is no
 * OffscreenCanvas.
 */
import { sharedDecoders } from './decode/decode-image.js';
import { decodeByImageElement } from './decode/image-element.js';
import { renderImage } from './render-image.js';
import type { RenderJob, RenderResult } from './render-types.js';
import type { PipelineSupport } from './types.js';
import type { PipelineStage } from './types.js';
import { withinTime } from './within-time.js';
import { writeOnPage } from './write-on-page.js';

export interface PageRenderOptions {
  support: PipelineSupport;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  onStage?: ((stage: PipelineStage) => void) | undefined;
}

const decoders = { ...sharedDecoders, 'image-element': decodeByImageElement };

export function renderOnPage(
  job: RenderJob,
  { support, timeoutMs, signal, onStage }: PageRenderOptions,
): Promise<RenderResult> {
  const work = renderImage(job, {
    support,
    decoders,
    write: writeOnPage,
    ...(signal && { signal }),
    ...(onStage && { onStage }),
  });
  return withinTime(work, timeoutMs, signal);
}
