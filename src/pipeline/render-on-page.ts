/** Makes a picture without a worker: on the page itself, or by browser-image-compression where there is no OffscreenCanvas. */
import { abortedError } from '../internal/abort.js';
import { sharedDecoders } from './decode/decode-image.js';
import { decodeByImageElement } from './decode/image-element.js';
import { timeoutError } from './image-errors.js';
import { renderImage } from './render-image.js';
import type { RenderJob, RenderResult } from './render-types.js';
import type { PipelineSupport } from './support.js';
import type { PipelineStage } from './types.js';
import { writeOnPage } from './write-on-page.js';

export interface PageRenderOptions {
  support: PipelineSupport;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  onStage?: ((stage: PipelineStage) => void) | undefined;
}

const decoders = { ...sharedDecoders, 'image-element': decodeByImageElement };

/** Ends the wait, at once, by an abort or a timeout. Work under way on the page cannot be stopped; its result is dropped. */
export function withinTime<T>(
  work: Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortedError(signal));
    const timer = setTimeout(() => reject(timeoutError(timeoutMs, timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
    if (signal?.aborted) onAbort();
  });
}

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
