/** Decodes, resizes and encodes one image. Runs in the worker or, if there is none, on the page. */
import { KitError } from '../errors.js';
import type { Size } from '../formats/types.js';
import { throwIfAborted } from '../internal/abort.js';
import { releaseCanvas, writeCanvas } from './canvas.js';
import { decodeImage, sharedDecoders, type Decoders } from './decode/decode-image.js';
import type { Encoded } from './encode.js';
import type { CanvasWriter } from './encoders/index.js';
import { smallerSize } from './fit-bytes.js';
import { flattenedNote, oneColourNote } from './pixel-notes.js';
import { canvasError } from './image-errors.js';
import type { DecodedImage, RenderJob, RenderResult } from './render-types.js';
import { contentWithin, withMargin } from './margin.js';
import { resizeImage } from './resize.js';
import { fixedColour, isSameSize } from './source-pixels.js';
import { createStageWatch, type StageWatch } from './stage-watch.js';
import { strippedSource } from './stripped-source.js';
import type { PipelineSupport } from './types.js';
import type { PipelineStage, PrepareNote } from './types.js';
import { renderWithoutCanvas } from './without-canvas/render-without-canvas.js';
import { writeImage } from './write-image.js';

export interface RenderEnvironment {
  support: PipelineSupport;
  /** @defaultValue those that also work in a worker */
  decoders?: Decoders;
  /** @defaultValue that of workers */
  write?: CanvasWriter;
  onStage?: (stage: PipelineStage) => void;
  signal?: AbortSignal;
}

interface Tools {
  watch: StageWatch;
  write: CanvasWriter;
}

interface Written extends Size {
  encoded: Encoded;
  ground?: string;
  isBlank: boolean;
  hasSmallText: boolean;
}

/** A highly compressed JPEG has already lost its details: more bytes than it has would not bring them back. */
function bytesWorthSending({ image, info, plan }: RenderJob): number {
  return info.mediaType === 'image/jpeg' && plan.mediaType === 'image/jpeg' ? image.size : Infinity;
}

async function resizeAndWrite(
  decoded: DecodedImage,
  job: RenderJob,
  size: Size,
  { watch, write }: Tools,
): Promise<Written> {
  const { plan, info, maxOutputBytes = Infinity } = job;
  const { background } = plan;
  const { width, height } = size;
  watch.start('resizing');
  // A truncated file leaves the rest of its image unpainted.
  const hasAlpha = info.hasAlpha || info.isTruncated;
  const content = contentWithin(plan, size);
  const image = await resizeImage(decoded, {
    ...content,
    background: background === 'auto' && !info.hasAlpha ? '#ffffff' : background,
    hasAlpha,
    sourceWidth: plan.from.width,
  });
  const { ground, isBlank, hasSmallText } = image;
  const margin = ground ?? (background === undefined ? undefined : fixedColour(background));
  const surface = isSameSize(content, size) ? image : withMargin(image, size, margin);
  try {
    watch.start('encoding');
    const encoded = await writeImage(
      { ...surface, write },
      job,
      Math.min(maxOutputBytes, bytesWorthSending(job)),
    );
    return {
      width,
      height,
      encoded,
      ...(ground !== undefined && { ground }),
      isBlank,
      hasSmallText,
    };
  } finally {
    releaseCanvas(surface);
  }
}

const MOST_SHRINKS = 12;

/** Lowers first the quality, then the size, until the image is within its byte limit. */
async function writeWithinBudget(
  decoded: DecodedImage,
  job: RenderJob,
  tools: Tools,
  signal: AbortSignal | undefined,
): Promise<Written> {
  const { plan, maxOutputBytes = Infinity } = job;
  let written = await resizeAndWrite(decoded, job, plan, tools);
  for (let shrinks = 0; shrinks < MOST_SHRINKS; shrinks += 1) {
    throwIfAborted(signal);
    const isSmallest = written.width === 1 && written.height === 1;
    if (written.encoded.image.size <= maxOutputBytes || isSmallest) break;
    const next = smallerSize(written, written.encoded.image.size, maxOutputBytes);
    written = await resizeAndWrite(decoded, job, next, tools);
  }
  return written;
}

const slightNoiseNote: PrepareNote = {
  code: 'canvas-noise',
  message:
    'This browser changes some pixels slightly to prevent tracking. The change is not visible.',
};

function notesOf(
  { plan, info, maxOutputBytes }: RenderJob,
  written: Written,
  { canvasNoise }: PipelineSupport,
): PrepareNote[] {
  const notes = canvasNoise === 'slight' ? [slightNoiseNote] : [];
  if (written.ground !== undefined && info.hasAlpha) {
    notes.push(flattenedNote(written.ground, plan.background));
  }
  if (written.isBlank) notes.push(oneColourNote);
  if (maxOutputBytes !== undefined && written.encoded.image.size > maxOutputBytes) {
    notes.push({
      code: 'budget-missed',
      message: `No size of this image stays within ${maxOutputBytes} bytes.`,
    });
  }
  return notes;
}

async function render(
  job: RenderJob,
  { support, decoders = sharedDecoders, write = writeCanvas, onStage, signal }: RenderEnvironment,
): Promise<RenderResult> {
  const watch = createStageWatch(onStage);
  if (support.canvasNoise === 'heavy') {
    return renderWithoutCanvas(job, { support, decoders, watch, signal });
  }
  watch.start('decoding');
  const { decoded, route } = await decodeImage(job, support, decoders);
  try {
    throwIfAborted(signal);
    const written = await writeWithinBudget(decoded, job, { watch, write }, signal);
    const { width, height, ground } = written;
    const mayHide =
      ground !== undefined || (job.info.hasAlpha && job.plan.background === undefined);
    // Colours under transparent pixels must not be sent.
    const source = mayHide ? undefined : await strippedSource(job);
    const isSourceSmaller = source && source.image.size < written.encoded.image.size;
    const sent = isSourceSmaller
      ? { ...job.plan, ...source }
      : { width, height, ...written.encoded };
    throwIfAborted(signal);
    watch.stop();
    return {
      image: sent.image,
      mediaType: sent.mediaType,
      quality: sent.quality,
      width: sent.width,
      height: sent.height,
      route,
      ...(ground !== undefined && { ground }),
      hasSmallText: written.hasSmallText,
      notes: notesOf(job, { ...written, encoded: sent }, support),
      timings: watch.timings,
    };
  } finally {
    decoded.close();
  }
}

/**
 * Decodes, resizes and encodes one image.
 *
 * @throws KitError with a code of `imageErrorCodes`, or `aborted`
 */
export async function renderImage(
  job: RenderJob,
  environment: RenderEnvironment,
): Promise<RenderResult> {
  try {
    return await render(job, environment);
  } catch (error) {
    throw KitError.is(error) ? error : canvasError('The browser could not draw the image.', error);
  }
}
