import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toView, viewOf } from '../../../src/markup/geometry.js';
import type { ImageOrigin } from '../../../src/messages/types.js';
import { toImagePart } from '../../../src/messages/to-image-part.js';
import { findRules } from '../../../src/models/find-rules.js';
import { planResize } from '../../../src/pipeline/plan-resize.js';
import type { PreparedImage } from '../../../src/pipeline/types.js';
import { readRegions } from '../../../src/regions/read-regions.js';

const models = [
  'claude-haiku-4-5',
  'gpt-5.6',
  'gemini-3-pro-preview',
  'qwen2.5-vl-72b-instruct',
  'qwen3-vl-8b',
  'deepseek-flash',
];

/** An original, its crop and turns, and a point in it. */
const cases = fc
  .record({
    width: fc.integer({ min: 12, max: 6000 }),
    height: fc.integer({ min: 12, max: 6000 }),
    left: fc.double({ min: 0, max: 0.4, noNaN: true }),
    top: fc.double({ min: 0, max: 0.4, noNaN: true }),
    kept: fc.double({ min: 0.3, max: 0.6, noNaN: true }),
    isCropped: fc.boolean(),
    isFlipped: fc.boolean(),
    turns: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    model: fc.constantFrom(...models),
  })
  .map((one) => {
    const { width, height, left, top, kept, isCropped, isFlipped, turns } = one;
    const crop = {
      x: Math.round(left * width),
      y: Math.round(top * height),
      width: Math.max(1, Math.round(kept * width)),
      height: Math.max(1, Math.round(kept * height)),
    };
    const unedited = { width, height, ...(isCropped && { crop }), isFlipped, turns };
    return { ...one, unedited };
  });

/** The message part of an image that was marked up, then prepared for a model. */
function preparedPart(unedited: Omit<ImageOrigin, 'content'>, model: string, minSidePx = 1) {
  const view = viewOf(unedited, { isFlipped: false, turns: 0, ...unedited });
  const info = {
    mediaType: 'image/png',
    width: view.width,
    height: view.height,
    orientation: 1,
    hasAlpha: false,
    isAnimated: false,
    isTruncated: false,
  } as const;
  const plan = planResize(info, findRules(model), { minSidePx });
  const prepared = {
    plan,
    width: plan.width,
    height: plan.height,
    blob: new Blob(),
    mediaType: 'image/png',
    detail: plan.detail,
  } as PreparedImage;
  const part = toImagePart(prepared, { id: 'image', unedited });
  return { part, view, content: plan.content ?? plan };
}

describe('a position that a model states', () => {
  test('comes back to the pixel of the original that it was, through crop, turns, resizing and margin', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(1, 300), ({ unedited, x, y, model }, minSidePx) => {
        const { part, view, content } = preparedPart(unedited, model, minSidePx);
        const { width = 0, height = 0, madeFrom } = part;
        const crop = unedited.crop ?? { x: 0, y: 0, ...unedited };
        const point = { x: crop.x + x * crop.width, y: crop.y + y * crop.height };
        const shown = toView(view, point);
        const fraction = {
          x: (shown.x / view.width) * (content.width / width),
          y: (shown.y / view.height) * (content.height / height),
        };
        const [region] = readRegions(
          JSON.stringify({ label: 'here', point: { x: fraction.x, y: fraction.y } }),
          { images: [part], form: { order: 'xy', scale: 1 } },
        ).regions;
        expect(madeFrom).toMatchObject({ width: unedited.width, height: unedited.height });
        const found = region?.originalPx;
        if (found?.kind !== 'point') throw new Error('no point');
        expect(Math.abs(found.x - point.x)).toBeLessThanOrEqual(1);
        expect(Math.abs(found.y - point.y)).toBeLessThanOrEqual(1);
        expect(region?.isOutside).toBe(false);
      }),
    );
  });

  test('keeps a box upright with positive sides, whichever way the image was turned', () => {
    fc.assert(
      fc.property(cases, ({ unedited, x, y, model }) => {
        const { part } = preparedPart(unedited, model);
        const box = [x * 900, y * 900, x * 900 + 100, y * 900 + 100];
        const [region] = readRegions(JSON.stringify({ bbox_2d: box }), {
          images: [part],
          form: { order: 'xy', scale: 1000 },
        }).regions;
        const { originalPx } = region ?? {};
        if (originalPx?.kind !== 'box') throw new Error('no box');
        expect(originalPx.x).toBeGreaterThanOrEqual(-1e-6);
        expect(originalPx.y).toBeGreaterThanOrEqual(-1e-6);
        expect(originalPx.x + originalPx.width).toBeLessThanOrEqual(unedited.width + 1e-6);
        expect(originalPx.y + originalPx.height).toBeLessThanOrEqual(unedited.height + 1e-6);
      }),
    );
  });

  test('is at the edge of the original, and marked, where the model pointed at the margin', () => {
    const { part } = preparedPart({ width: 8, height: 400 }, 'qwen3-vl-8b');
    expect(part.madeFrom?.content).toBeDefined();
    const [region] = readRegions('{"point_2d": [1000, 0]}', {
      model: 'qwen3-vl-8b',
      images: [part],
    }).regions;
    expect(region).toMatchObject({ isOutside: true, originalPx: { kind: 'point', x: 8, y: 0 } });
  });
});
