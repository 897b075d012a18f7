/**
 * Carries out what needs nobody's decision: pictures that a request cannot hold as they are, are made smaller or
 * converted, each from its original. The conversation that is shown stays as it is.
 */
import { checkRequest } from '../messages/index.js';
import type { ChatMessage, ImagePart, Problem, RequestTarget } from '../messages/index.js';
import { changeImages } from './change-images.js';
import { isMendable } from './mendable.js';
import { canRemake, type RemakeImage, type RemakeLimits } from './remake-image.js';

/** Making one problem go can leave another, as smaller pictures of more patches; it never takes more than this. */
const MAX_ROUNDS = 4;
/** A little below a limit, since sizes are whole pixels and sums have overheads. */
const MARGIN = 0.96;

export interface MendOptions {
  target: RequestTarget;
  remake: RemakeImage;
  signal?: AbortSignal;
}

/** The messages as they can be sent. What cannot be mended is left for a check to find. */
export async function mendMessages(
  messages: readonly ChatMessage[],
  { target, remake, signal }: MendOptions,
): Promise<readonly ChatMessage[]> {
  let mended = messages;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const problems = checkRequest(mended, target).filter((problem) => isMendable(problem, mended));
    if (problems.length === 0) return mended;
    mended = await changeImages(mended, async (image) => {
      const limits = limitsOf(image, problems);
      return limits ? remake(image, limits, signal) : image;
    });
  }
  return mended;
}

/** What a picture has to keep to, for all of the problems; nothing when none is about it. */
export function limitsOf(image: ImagePart, problems: readonly Problem[]): RemakeLimits | undefined {
  const own = problems.filter(({ imageId }) => imageId === undefined || imageId === image.id);
  if (own.length === 0 || !canRemake(image)) return undefined;
  const limits = own.map((problem) => limitsForProblem(image, problem));
  const maxSidePx = Math.min(...limits.map((one) => one.maxSidePx ?? Infinity));
  const maxOutputBytes = Math.min(...limits.map((one) => one.maxOutputBytes ?? Infinity));
  return {
    ...(maxSidePx < Infinity && { maxSidePx }),
    ...(maxOutputBytes < Infinity && { maxOutputBytes }),
  };
}

function limitsForProblem(image: ImagePart, { code, limit, value }: Problem): RemakeLimits {
  const sidePx = Math.max(image.width ?? 0, image.height ?? 0);
  const bytes = image.data.kind === 'bytes' ? image.data.bytes.size : 0;
  const ratio = limit !== undefined && value ? limit / value : undefined;
  switch (code) {
    case 'image-side':
      return limit === undefined ? smallerSide(sidePx) : { maxSidePx: limit };
    case 'image-pixels':
    case 'image-patches':
      return smallerSide(sidePx, ratio && Math.sqrt(ratio) * MARGIN);
    case 'image-bytes':
      // The limit counts base64, four bytes for three.
      return limit === undefined
        ? fewerBytes(bytes)
        : { maxOutputBytes: Math.floor((limit * 3) / 4) };
    case 'image-bytes-total':
    case 'request-bytes':
      return fewerBytes(bytes, ratio && ratio * MARGIN);
    case 'media-type':
    case 'url-form':
    case 'unsupported-by-wire':
    case 'empty-image':
      return {};
    default:
      return smallerSide(sidePx);
  }
}

/** Where nobody told a limit, a good deal smaller is worth a try. */
function smallerSide(sidePx: number, ratio = 0.7): RemakeLimits {
  return sidePx === 0 ? {} : { maxSidePx: Math.max(1, Math.floor(sidePx * ratio)) };
}

function fewerBytes(bytes: number, ratio = 0.6): RemakeLimits {
  return bytes === 0 ? {} : { maxOutputBytes: Math.max(1, Math.floor(bytes * ratio)) };
}
