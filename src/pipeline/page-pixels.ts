/** Pixels that no worker can make: those of an `<img>`, and those of a decoder that the app brought. */
import type { Limiter } from '../internal/limiter.js';
import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { decodeByImageElement } from './decode/image-element.js';
import { damagedError } from './image-errors.js';
import type { RenderJob } from './render-types.js';
import { drawWhole } from './source-pixels.js';
import type { DecodeHeic } from './types.js';
import { withinTime } from './within-time.js';

interface PageTools {
  /** One picture at a time: here they are at their full size. */
  pageLine: Limiter;
  decodeHeic?: DecodeHeic | undefined;
}

interface PageOptions {
  signal: AbortSignal;
  timeoutMs: number;
}

function inLine<T>(
  line: Limiter,
  { signal, timeoutMs }: PageOptions,
  work: () => Promise<T>,
): Promise<T> {
  return line.run(() => withinTime(work(), timeoutMs, signal), { signal });
}

async function pixelsOfElement(job: RenderJob): Promise<RenderJob> {
  const element = await decodeByImageElement(job);
  try {
    const { width, height } = job.plan.content ?? job.plan;
    const { canvas } = drawWhole(element, { width, height, hasAlpha: true, background: undefined });
    // `createImageBitmap` of the element would refuse what the element paints.
    const bitmap = canvas.transferToImageBitmap();
    return { ...job, decoded: { bitmap, turn: 1, route: 'image-element' } };
  } finally {
    element.close();
  }
}

/** A cut file is painted by an `<img>` as far as it goes; the strict decoders of a worker refuse it. */
export async function withPagePixels(
  job: RenderJob,
  { pageLine }: PageTools,
  options: PageOptions,
): Promise<RenderJob> {
  const { signal } = options;
  const isOrdered = job.route === 'image-element';
  if (job.decoded || !(isOrdered || (job.info.isTruncated && !job.route))) return job;
  try {
    return await inLine(pageLine, options, () => pixelsOfElement(job));
  } catch (error) {
    throwIfAborted(signal);
    if (KitError.is(error)) throw error;
    if (isOrdered) throw damagedError(job.info, error);
    return job;
  }
}

async function pixelsOfAddedDecoder(
  job: RenderJob,
  decodeHeic: DecodeHeic,
  signal: AbortSignal,
): Promise<RenderJob> {
  try {
    const made = await decodeHeic(job.image, { signal });
    throwIfAborted(signal);
    const bitmap = made instanceof ImageData ? await createImageBitmap(made) : made;
    return { ...job, decoded: { bitmap, turn: 1, route: 'added-decoder' } };
  } catch (error) {
    throwIfAborted(signal);
    throw damagedError(job.info, error);
  }
}

/** The same job with pixels from elsewhere, after this browser's decoders did not know the format. */
export async function withOtherPixels(
  job: RenderJob,
  { pageLine, decodeHeic }: PageTools,
  options: PageOptions,
): Promise<RenderJob | undefined> {
  const { signal } = options;
  if (job.route || job.decoded) return undefined;
  if (job.info.mediaType === 'image/heic' && decodeHeic) {
    return inLine(pageLine, options, () => pixelsOfAddedDecoder(job, decodeHeic, signal));
  }
  try {
    return await inLine(pageLine, options, () => pixelsOfElement(job));
  } catch {
    throwIfAborted(signal);
    return undefined;
  }
}
