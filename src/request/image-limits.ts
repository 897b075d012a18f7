import type { ImagePart, Problem } from '../messages/types.js';
import { canRefit, type RefitLimits } from './refit-images.js';

/** Stays slightly below a limit, since sizes are whole pixels and sums have overheads. */
const MARGIN = 0.96;

/** Returns the limits of an image from all the problems, or `undefined` if none is about it. */
export function limitsOf(image: ImagePart, problems: readonly Problem[]): RefitLimits | undefined {
  const own = problems.filter(({ imageId }) => imageId === undefined || imageId === image.id);
  if (own.length === 0 || !canRefit(image)) return undefined;
  const limits = own.map((problem) => limitsForProblem(image, problem));
  const maxSidePx = Math.min(...limits.map((one) => one.maxSidePx ?? Infinity));
  const minSidePx = Math.max(...limits.map((one) => one.minSidePx ?? 0));
  const maxOutputBytes = Math.min(...limits.map((one) => one.maxOutputBytes ?? Infinity));
  return {
    ...(maxSidePx < Infinity && { maxSidePx }),
    ...(minSidePx > 0 && { minSidePx }),
    ...(maxOutputBytes < Infinity && { maxOutputBytes }),
  };
}

function limitsForProblem(image: ImagePart, { code, limit, value }: Problem): RefitLimits {
  const sidePx = Math.max(image.width ?? 0, image.height ?? 0);
  const bytes = image.data.kind === 'bytes' ? image.data.bytes.size : 0;
  const ratio = limit !== undefined && value ? limit / value : undefined;
  switch (code) {
    case 'image-side':
      return limit === undefined ? smallerSide(sidePx) : { maxSidePx: limit };
    case 'image-too-small':
      return limit === undefined ? {} : { minSidePx: limit };
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

/** If the limit is unknown, a considerably smaller image is worth a try. */
function smallerSide(sidePx: number, ratio = 0.7): RefitLimits {
  return sidePx === 0 ? {} : { maxSidePx: Math.max(1, Math.floor(sidePx * ratio)) };
}

function fewerBytes(bytes: number, ratio = 0.6): RefitLimits {
  return bytes === 0 ? {} : { maxOutputBytes: Math.max(1, Math.floor(bytes * ratio)) };
}
