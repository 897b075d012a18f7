/**
 * Renders in browsers that alter every pixel a page reads back from a canvas, to prevent fingerprinting:
 * pixels come from a WebCodecs frame and are written as PNG by the kit itself. Without frames, the file
 * itself is sent, with its metadata removed.
 */
import { hasOnlyPixels } from '../../formats/png-pixels.js';
import type { Size } from '../../formats/types.js';
import { throwIfAborted } from '../../internal/abort.js';
import { createCanvas } from '../canvas.js';
import { chooseGround } from '../choose-ground.js';
import { decodeImage, type Decoders } from '../decode/decode-image.js';
import { smallerSize } from '../fit-bytes.js';
import { contentWithin, pixelsWithMargin } from '../margin.js';
import { canvasError } from '../image-errors.js';
import { flattenedNote } from '../pixel-notes.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import { isSameSize } from '../source-pixels.js';
import type { StageWatch } from '../stage-watch.js';
import type { PipelineSupport } from '../types.js';
import type { PrepareNote } from '../types.js';
import { flattenOn, framePixels } from './frame-pixels.js';
import { mediaTypesOf, renderAsFile } from './render-as-file.js';
import { writePng } from './write-png.js';

const MOST_SHRINKS = 6;

const asPngNote: PrepareNote = {
  code: 'canvas-noise',
  message:
    'This browser alters the pixels that pages read back, so this image was written as PNG without a canvas.',
};

const asFileNote: PrepareNote = {
  code: 'canvas-noise',
  message:
    'This browser alters the pixels that pages read back, so the file itself is sent, in its full size and without its metadata.',
};

/** Returns red, green and blue of a CSS colour, as a canvas understands it. */
function rgbOf(colour: string): number[] {
  const { context } = createCanvas(1, 1);
  context.fillStyle = colour;
  const digits = /^#([\da-f]{6})$/i.exec(context.fillStyle)?.[1] ?? 'ffffff';
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

interface Tools {
  support: PipelineSupport;
  decoders: Decoders;
  watch: StageWatch;
  signal: AbortSignal | undefined;
}

type Made = Pick<RenderResult, 'image' | 'width' | 'height' | 'route' | 'ground' | 'notes'>;

async function pngWithin(
  job: RenderJob,
  { support, decoders, watch, signal }: Tools,
): Promise<Made> {
  const { plan, info, maxOutputBytes = Infinity } = job;
  watch.start('decoding');
  const { decoded, route } = await decodeImage(job, support, decoders);
  try {
    let size: Size = plan;
    for (let shrinks = 0; ; shrinks += 1) {
      throwIfAborted(signal);
      watch.start('resizing');
      const { width, height } = size;
      const content = contentWithin(plan, size);
      const { pixels: inner, hasAlpha } = await framePixels(decoded, content);
      const pixels = isSameSize(content, size) ? inner : pixelsWithMargin(inner, content, size);
      const isKept = plan.background === undefined && hasAlpha;
      const background = plan.background ?? 'auto';
      const ground = background === 'auto' ? chooseGround(inner, content) : background;
      const isFlattened = !isKept && hasAlpha && flattenOn(pixels, rgbOf(ground));
      watch.start('encoding');
      const image = await writePng(pixels, { width, height }, { hasAlpha: isKept });
      if (image.size <= maxOutputBytes || shrinks === MOST_SHRINKS) {
        const notes = isFlattened && info.hasAlpha ? [flattenedNote(ground, background)] : [];
        return {
          image,
          width,
          height,
          route,
          ...(isFlattened && { ground }),
          notes: [asPngNote, ...notes],
        };
      }
      size = smallerSize({ width, height }, image.size, maxOutputBytes);
    }
  } finally {
    decoded.close();
  }
}

async function holdsOnlyPixels({ image, mediaType }: RenderResult): Promise<boolean> {
  return mediaType !== 'image/png' || hasOnlyPixels(new Uint8Array(await image.arrayBuffer()));
}

export async function renderWithoutCanvas(job: RenderJob, tools: Tools): Promise<RenderResult> {
  const isPngTaken = mediaTypesOf(job).includes('image/png');
  let failure: unknown;
  if (isPngTaken && typeof VideoFrame !== 'undefined') {
    try {
      const made = await pngWithin(job, tools);
      tools.watch.stop();
      return { ...made, mediaType: 'image/png', quality: 1, timings: tools.watch.timings };
    } catch (error) {
      throwIfAborted(tools.signal);
      failure = error;
    }
  }
  const asFile = await renderAsFile(job, asFileNote);
  if (asFile && (await holdsOnlyPixels(asFile))) return asFile;
  throw (
    failure ??
    canvasError(
      'This browser alters the pixels that pages read back. Allow this page to use canvas data in its address bar.',
    )
  );
}
