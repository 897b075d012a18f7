import { formatName } from './image-errors.js';
import type { RenderJob, RenderResult } from './render-types.js';
import type { PrepareNote, PrepareOptions } from './types.js';

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
      message: `This ${formatName(info)} file is cut short. What there is of the picture is sent. Save or download it again to send all of it.`,
    });
  }
  return notes;
}

/** What is worth telling about how a picture was made. */
export function prepareNotes(
  job: RenderJob,
  result: RenderResult,
  { outputMediaType = 'auto', detail = 'auto' }: PrepareOptions,
): PrepareNote[] {
  const { image, plan } = job;
  const notes = [...sourceNotes(job), ...result.notes];
  if (outputMediaType !== 'auto' && outputMediaType !== result.mediaType) {
    notes.push({
      code: 'format-changed',
      message: `Written as ${formatName(result)}: ${formatName({ mediaType: outputMediaType })} cannot be written by this browser, or is not taken by the model.`,
    });
  }
  if (detail !== 'auto' && detail !== plan.detail) {
    notes.push({
      code: 'detail-lowered',
      message: `Sent with detail ${plan.detail}, since the model does not know ${detail}.`,
    });
  }
  if (result.image.size > image.size) {
    notes.push({
      code: 'larger-than-source',
      message: 'Larger in bytes than the file it was made from, which was packed more tightly.',
    });
  }
  return notes;
}
