/** The worker's side: answers requests, one image at a time. */
import { KitError } from '../../errors.js';
import { canvasError } from '../image-errors.js';
import { renderImage } from '../render-image.js';
import type { RenderJob } from '../render-types.js';
import { findSupport } from '../support.js';
import type { PipelineSupport } from '../types.js';
import { isMessage, type WorkerReply, type WorkerRequest } from './protocol.js';

let support: Promise<PipelineSupport> | undefined;

const reply = (message: WorkerReply): void => self.postMessage(message);

async function render(id: number, job: RenderJob): Promise<void> {
  try {
    const result = await renderImage(job, {
      support: await (support ??= findSupport()),
      onStage: (stage) => reply({ kind: 'stage', id, stage }),
    });
    reply({ kind: 'done', id, result });
  } catch (error) {
    const known = KitError.is(error)
      ? error
      : canvasError('The image could not be prepared.', error);
    reply({ kind: 'failed', id, error: known.toJSON() });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (!isMessage(data)) return;
  if (data.kind === 'render') {
    void render(data.id, data.job);
    return;
  }
  if (data.kind !== 'start') return;
  support = data.support ? Promise.resolve(data.support) : findSupport();
  void support.then((found) => reply({ kind: 'ready', support: found }));
});
