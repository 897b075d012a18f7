import type { ModelImageRules } from '../models/types.js';
import type { PrepareOptions } from '../pipeline/types.js';

/** Browsers draw no more than this reliably on one canvas, and an image of this size takes 400 MB. */
const MAX_SIDE_PX = 10_000;
/** What is drawn on it is written once more, and prepared for the model after that. */
const QUALITY = 0.95;

const whole = { kind: 'flat', fitPx: MAX_SIDE_PX, tokens: 0 } as const;

const rules: ModelImageRules = {
  family: 'whole',
  provider: '',
  source: { page: '', checked: '' },
  vision: true,
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
  sizing: { low: whole, high: whole },
  autoDetail: 'high',
  limits: {},
};

/** Returns options that prepare an image for no model: upright, at its full size, with what the app allows to be opened. */
export function wholeImage({
  allowSvg,
  limits,
  incomplete,
  engine,
}: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail'> = {}): PrepareOptions {
  return {
    ...(allowSvg !== undefined && { allowSvg }),
    ...(limits && { limits }),
    ...(incomplete && { incomplete }),
    ...(engine && { engine }),
    rules,
    quality: QUALITY,
    background: 'keep',
  };
}
