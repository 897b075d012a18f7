import type { Size } from '../formats/types.js';
import { formatName } from './image-errors.js';
import type { ModelImageRules } from '../models/types.js';
import type { RenderJob, RenderResult } from './render-types.js';
import type { PrepareNote, PrepareOptions, ResizePlan } from './types.js';

function sourceNotes({ info, plan }: RenderJob): PrepareNote[] {
  const notes: PrepareNote[] = [];
  if (plan.sheet) {
    notes.push({
      code: 'contact-sheet',
      message: `This ${formatName(info)} is animated. ${plan.sheet.frames} of its ${info.frameCount} frames are sent side by side.`,
    });
  } else if (info.isAnimated) {
    notes.push({
      code: 'first-frame',
      message: `This ${formatName(info)} is animated. Its first frame is sent.`,
    });
  }
  if (info.isTruncated) {
    notes.push({
      code: 'incomplete',
      message: `This ${formatName(info)} file is cut short. The part that exists is sent. Save or download it again to send all of it.`,
    });
  }
  return notes;
}

/** Notes about an image that was too small or too thin, and what was done to it. */
function sizeNotes({ from, content, ...plan }: ResizePlan, made: RenderResult): PrepareNote[] {
  const notes: PrepareNote[] = [];
  const drawn = content ?? plan;
  if (made.width !== plan.width || made.height !== plan.height) return notes;
  if (drawn.width > from.width || drawn.height > from.height) {
    notes.push({
      code: 'enlarged',
      message: `Made larger, from ${inPixels(from)} to ${inPixels(drawn)}, since the model accepts no smaller image.`,
    });
  }
  if (content) {
    notes.push({
      code: 'margin-added',
      message: `Sent with a margin, as ${inPixels(plan)}, since models refuse an image as thin as this one.`,
    });
  }
  return notes;
}

const inPixels = ({ width, height }: Size): string => `${width} × ${height} px`;

function smallTextNote(scale: number, hasOriginal: boolean): PrepareNote {
  const times = (1 / scale).toLocaleString('en', { maximumFractionDigits: 1 });
  const orOriginal = hasOriginal ? ', or send it with detail original' : '';
  return {
    code: 'small-text',
    message: `This image of text is made ${times} times smaller, and its words may be too small to read. Cut it into pieces, or crop it${orOriginal}.`,
    scale,
    hasOriginal,
  };
}

/** Returns the notes for the user about how an image was processed. */
export function prepareNotes(
  job: RenderJob,
  result: RenderResult,
  { outputMediaType = 'auto', detail = 'auto' }: PrepareOptions,
  rules: ModelImageRules,
): PrepareNote[] {
  const { image, plan } = job;
  const notes = [...sourceNotes(job), ...result.notes];
  if (result.hasSmallText) {
    const hasOriginal = rules.sizing.original !== undefined && plan.detail !== 'original';
    notes.push(smallTextNote(result.width / plan.from.width, hasOriginal));
  }
  if (outputMediaType !== 'auto' && outputMediaType !== result.mediaType) {
    notes.push({
      code: 'format-changed',
      message: `Written as ${formatName(result)}: ${formatName({ mediaType: outputMediaType })} cannot be written by this browser, or is not accepted by the model.`,
    });
  }
  if (detail !== 'auto' && detail !== plan.detail) {
    notes.push({
      code: 'detail-lowered',
      message: `Sent with detail ${plan.detail}, since the model does not support ${detail}.`,
    });
  }
  notes.push(...sizeNotes(plan, result));
  if (result.image.size > image.size) {
    notes.push({
      code: 'larger-than-source',
      message: 'Larger in bytes than the original file, which was compressed more strongly.',
    });
  }
  return notes;
}
