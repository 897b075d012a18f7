import type { Size } from '../formats/types.js';
import { fitForModel } from '../models/count-image-tokens.js';
import { maxSidePxFor } from '../models/max-side-px-for.js';
import { checkForm } from './check-form.js';
import {
  canBeRemade,
  formatCount,
  formatMegabytes,
  imageProblem,
  nameOf,
  severityOf,
  type CheckedRequest,
} from './checked-request.js';
import type { ModelImageRules } from '../models/types.js';
import type { RequestImage } from './request-images.js';
import type { Problem } from './types.js';

/** Returns what an endpoint would refuse about one image. */
export function checkImage(image: RequestImage, request: CheckedRequest): Problem[] {
  return [
    ...checkRole(image, request),
    ...checkForm(image, request),
    ...checkBytes(image, request),
    ...checkSize(image, request),
  ];
}

function checkRole(image: RequestImage, { wire }: CheckedRequest): Problem[] {
  if (image.role === 'user') return [];
  // The kit's wire formats move an image in an answer to the next question, so the conversation can continue.
  const isCarriedOver = image.role === 'assistant' && wire !== undefined;
  return [
    imageProblem(image, {
      code: 'role-without-images',
      severity: isCarriedOver ? 'warning' : 'error',
      message: isCarriedOver
        ? `${nameOf(image)} is in an answer. Endpoints take images in questions only, so it is sent with the next question.`
        : `${nameOf(image)} is in a message with the role "${image.role}". Endpoints take images in user messages only; move it to one.`,
      fix: 'remove',
    }),
  ];
}

function checkBytes(image: RequestImage, { rules }: CheckedRequest): Problem[] {
  const limit = rules.limits.maxBase64BytesPerImage ?? Infinity;
  if (image.base64Bytes <= limit) return [];
  return [
    imageProblem(image, {
      code: 'image-bytes',
      severity: severityOf(rules, 'maxBase64BytesPerImage'),
      message: `${nameOf(image)} is ${formatMegabytes(image.base64Bytes)} as it is sent (base64), and the limit is ${formatMegabytes(limit)}. Make it smaller.`,
      limit,
      value: image.base64Bytes,
      fix: shrinkOrRemove(image),
    }),
  ];
}

/** Returns at most one size problem, since making the image smaller fixes the others as well. */
function checkSize(image: RequestImage, request: CheckedRequest): Problem[] {
  if (!image.size) return [];
  const { width, height } = image.size;
  const { rules, images } = request;
  const tooSmall = checkSmallest(image, image.size, rules);
  if (tooSmall) return [tooSmall];
  const fix = shrinkOrRemove(image);

  const maxSidePx = maxSidePxFor(rules, images.length);
  const sidePx = Math.max(width, height);
  if (sidePx > maxSidePx) {
    const isCrowded = maxSidePx < (rules.limits.maxSidePx ?? Infinity);
    const limit = isCrowded ? 'manyImages' : 'maxSidePx';
    const why = isCrowded
      ? `with ${images.length} images in the chat the limit is ${formatCount(maxSidePx)}`
      : `the limit is ${formatCount(maxSidePx)}`;
    return [
      imageProblem(image, {
        code: 'image-side',
        severity: severityOf(rules, limit),
        message: `${nameOf(image)} is ${formatCount(sidePx)} px on its longer side, and ${why}. Make it smaller.`,
        limit: maxSidePx,
        value: sidePx,
        fix,
      }),
    ];
  }

  const maxPixels = rules.limits.maxPixels ?? Infinity;
  if (width * height > maxPixels) {
    return [
      imageProblem(image, {
        code: 'image-pixels',
        severity: severityOf(rules, 'maxPixels'),
        message: `${nameOf(image)} has ${formatCount(width * height)} pixels, and the limit is ${formatCount(maxPixels)}. Make it smaller.`,
        limit: maxPixels,
        value: width * height,
        fix,
      }),
    ];
  }

  const { cells, refusedAbovePatches } = fitForModel(image.size, rules, image.part.detail);
  if (refusedAbovePatches === undefined || !cells) return [];
  const patches = cells.columns * cells.rows;
  return [
    imageProblem(image, {
      code: 'image-patches',
      severity: 'error',
      message: `${nameOf(image)} needs ${formatCount(patches)} patches at detail "${image.part.detail}", and the limit is ${formatCount(refusedAbovePatches)}. Make it smaller, or choose "high".`,
      limit: refusedAbovePatches,
      value: patches,
      fix,
    }),
  ];
}

function checkSmallest(
  image: RequestImage,
  { width, height }: Size,
  rules: ModelImageRules,
): Problem | undefined {
  const { minSidePx = 0, maxAspectRatio = Infinity } = rules.limits;
  const [shortPx, longPx] = [Math.min(width, height), Math.max(width, height)];
  const fix = canBeRemade(image) ? 'enlarge' : 'remove';
  if (shortPx < minSidePx) {
    return imageProblem(image, {
      code: 'image-too-small',
      severity: severityOf(rules, 'minSidePx'),
      message: `${nameOf(image)} is ${formatCount(shortPx)} px on its shorter side, and the minimum is ${formatCount(minSidePx)}. Make it larger, or put a margin around it.`,
      limit: minSidePx,
      value: shortPx,
      fix,
    });
  }
  if (longPx / shortPx <= maxAspectRatio) return undefined;
  const limit = Math.ceil(longPx / maxAspectRatio);
  return imageProblem(image, {
    code: 'image-too-small',
    severity: severityOf(rules, 'maxAspectRatio'),
    message: `${nameOf(image)} is ${formatCount(longPx)} px long and ${formatCount(shortPx)} px wide, and with this length the least is ${formatCount(limit)}. Put a margin around it.`,
    limit,
    value: shortPx,
    fix,
  });
}

function shrinkOrRemove(image: RequestImage): 'shrink' | 'remove' {
  return canBeRemade(image) ? 'shrink' : 'remove';
}
