/**
 * Decides the size, the detail and the file type in which an image is sent, before any pixel is processed.
 *
 * The size is the one the provider's own resizer would produce, so that it changes nothing and every pixel
 * that is sent is one the model sees. Arithmetic only; what depends on the pixels themselves (few colours,
 * hidden transparency) follows later, in `choose-output.ts`.
 */
import { uprightSize } from '../formats/upright-size.js';
import type { ImageInfo, Size } from '../formats/types.js';
import { sendSize } from '../models/send-size.js';
import type { ModelImageRules } from '../models/types.js';
import { planSheet, sheetSize, type ContactSheet } from './plan-sheet.js';
import type { OutputMediaType, PrepareOptions, ResizePlan } from './types.js';

export type PlanOptions = Pick<
  PrepareOptions,
  | 'detail'
  | 'maxSidePx'
  | 'minSidePx'
  | 'maxTokens'
  | 'economy'
  | 'outputMediaType'
  | 'quality'
  | 'background'
  | 'frames'
>;

const DEFAULT_QUALITY = 0.85;

const keepsAlpha: Record<OutputMediaType, boolean> = {
  'image/jpeg': false,
  'image/png': true,
  'image/webp': true,
};

/** Returns the types that a canvas can write and the endpoint accepts, in order of preference. Never empty. */
export function outputMediaTypes(
  rules: Pick<ModelImageRules, 'acceptedMediaTypes'>,
): OutputMediaType[] {
  const writable: OutputMediaType[] = ['image/jpeg', 'image/png', 'image/webp'];
  const accepted = writable.filter((type) => rules.acceptedMediaTypes.includes(type));
  return accepted.length > 0 ? accepted : ['image/jpeg'];
}

function chooseMediaType(
  info: ImageInfo,
  rules: ModelImageRules,
  { outputMediaType = 'auto', background }: PlanOptions,
): OutputMediaType {
  const types = outputMediaTypes(rules);
  if (outputMediaType !== 'auto' && types.includes(outputMediaType)) return outputMediaType;
  const first = types[0] ?? 'image/jpeg';
  if (background !== 'keep' || !info.hasAlpha) return first;
  return types.find((type) => keepsAlpha[type]) ?? first;
}

/** Longest side assumed for a drawing, in px: more than any model uses. */
const DRAWING_SIDE_PX = 4096;

/** A drawing has no inherent pixels, so it is made as large as the model can use. */
function drawingSize({ width, height }: Size): Size {
  const scale = DRAWING_SIDE_PX / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function sourceSize(info: ImageInfo, sheet: ContactSheet | undefined): Size {
  if (info.drawing) return drawingSize(info.drawing);
  if (info.mediaType === 'image/svg+xml') return drawingSize(info);
  const size = uprightSize(info);
  return sheet ? sheetSize(size, sheet) : size;
}

/** Left to the pixels if some may be transparent. */
function backgroundFor(background: string, { hasAlpha }: ImageInfo): string {
  if (background !== 'auto' && background !== 'keep') return background;
  return hasAlpha ? 'auto' : '#ffffff';
}

/** Plans how an image is prepared for a model. */
export function planResize(
  info: ImageInfo,
  rules: ModelImageRules,
  options: PlanOptions = {},
): ResizePlan {
  const { detail = 'auto', quality = DEFAULT_QUALITY } = options;
  const { maxSidePx, minSidePx, maxTokens, economy } = options;
  const sheet = planSheet(info, options.frames ?? 1);
  const from = sourceSize(info, sheet);
  const fitted = sendSize(from, rules, detail, {
    ...(maxSidePx !== undefined && { maxSidePx }),
    ...(minSidePx !== undefined && { minSidePx }),
    ...(maxTokens !== undefined && { maxTokens }),
    ...(economy !== undefined && { economy }),
  });
  const mediaType = chooseMediaType(info, rules, options);
  const { background = 'auto' } = options;
  const isKept = background === 'keep' && info.hasAlpha && keepsAlpha[mediaType];
  return {
    from,
    width: fitted.width,
    height: fitted.height,
    ...(fitted.content && { content: fitted.content }),
    mediaType,
    quality,
    ...(sheet && { sheet }),
    ...(!isKept && { background: backgroundFor(background, info) }),
    detail: fitted.detail,
    tokens: fitted.tokens,
    reason: fitted.reason,
  };
}
