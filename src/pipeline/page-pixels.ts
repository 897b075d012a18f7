/** Pixels that no worker can produce: those of an `<img>`, and those of a decoder that the app provides. */
import type { Limiter } from '../internal/limiter.js';
import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { addedHeicDecoder } from './decode/added-decoder.js';
import { checkPainted } from './check-painted.js';
import { decodeByImageElement } from './decode/image-element.js';
import { damagedError, noHeicDecoderError, unsupportedError } from './image-errors.js';
import type { RenderJob } from './render-types.js';
import { drawWhole } from './source-pixels.js';
import type { DecodeHeic } from './types.js';
import { withinTime } from './within-time.js';
import { warnOnce } from '../internal/warn-once.js';

interface PageTools {
  /** One image at a time, since they are at full size here. */
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
    const request = { width, height, sourceWidth: job.plan.from.width };
    const { canvas } = drawWhole(element, { ...request, hasAlpha: true, background: undefined });
    checkPainted(canvas, job);
    // `createImageBitmap` of the element would refuse what the element paints.
    const bitmap = canvas.transferToImageBitmap();
    return { ...job, decoded: { bitmap, turn: 1, route: 'image-element' } };
  } finally {
    element.close();
  }
}

/**
 * Decodes a truncated file with an `<img>`, which paints it as far as it goes; the strict decoders of a
 * worker refuse it.
 */
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

/** A decoder in JavaScript takes several times as long as a browser's, and has to be downloaded first. */
const ADDED_DECODER_PATIENCE = 6;

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
    if (!KitError.is(error)) throw damagedError(job.info, error);
    // Only the developer can do something about these. For the user it is a format that does not open here.
    if (error.code !== 'worker-blocked' && error.code !== 'invalid-option') throw error;
    warnOnce(error);
    throw unsupportedError(job.info, error);
  }
}

/** Runs the same job with pixels from another decoder, after this browser's decoders did not know the format. */
export async function withOtherPixels(
  job: RenderJob,
  { pageLine, decodeHeic }: PageTools,
  options: PageOptions,
): Promise<RenderJob | undefined> {
  const { signal, timeoutMs } = options;
  if (job.route || job.decoded) return undefined;
  const isHeic = job.info.mediaType === 'image/heic';
  const decode = isHeic ? (decodeHeic ?? addedHeicDecoder()) : undefined;
  if (decode) {
    const patient = { signal, timeoutMs: timeoutMs * ADDED_DECODER_PATIENCE };
    return inLine(pageLine, patient, () => pixelsOfAddedDecoder(job, decode, signal));
  }
  try {
    return await inLine(pageLine, options, () => pixelsOfElement(job));
  } catch {
    throwIfAborted(signal);
    if (isHeic) warnOnce(noHeicDecoderError());
    return undefined;
  }
}
