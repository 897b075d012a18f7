import { describe, expect, test } from 'vitest';
import type { Size } from '../../../src/formats/types.js';
import {
  fitView,
  type Frame,
  isCut,
  panBy,
  type View,
  zoomTo,
} from '../../../src/components/styled/lightbox/zoom.js';

const wide: Frame = { stage: { width: 800, height: 600 }, image: { width: 1600, height: 400 } };
const small: Frame = { stage: { width: 800, height: 600 }, image: { width: 100, height: 50 } };

describe('fitView', () => {
  test('shows all of an image in the middle of the window', () => {
    expect(fitView(wide)).toEqual({ scale: 0.5, x: 0, y: 200 });
  });

  test('enlarges a small one, or leaves it at its own pixels', () => {
    expect(fitView(small)).toEqual({ scale: 8, x: 0, y: 100 });
    expect(fitView(small, 1)).toEqual({ scale: 1, x: 350, y: 275 });
  });
});

describe('fitView with something that overhangs the image', () => {
  const stage = { width: 800, height: 600 };
  const image = { width: 1000, height: 500 };
  /** Whether all of it is in the window, with a margin. */
  const isWhole = ({ scale, x, y }: View, extent: Size): boolean =>
    Math.min(x, y) >= 0 &&
    x + extent.width * scale <= stage.width - 8 &&
    y + extent.height * scale <= stage.height - 8;

  test('leaves the image where it is if there is room next to it', () => {
    const extent = { width: 1000, height: 600 };
    expect(fitView({ stage, image, extent })).toEqual(fitView({ stage, image }));
  });

  test.each([
    { width: 1000, height: 1000 },
    { width: 1010, height: 500 },
    { width: 2000, height: 2000 },
    { width: 1001, height: 700 },
  ])('shows all of $width × $height', (extent) => {
    const view = fitView({ stage, image, extent });
    expect(isWhole(view, extent)).toBe(true);
    expect(panBy(view, { x: 0, y: 0 }, { stage, image, extent })).toEqual(view);
    expect(isCut(view, { stage, image, extent })).toBe(false);
  });

  test('never enlarges the image for it', () => {
    const small = { stage, image: { width: 100, height: 50 }, extent: { width: 100, height: 100 } };
    expect(fitView(small, 1)).toEqual(fitView({ stage, image: small.image }, 1));
  });
});

describe('zoomTo', () => {
  test('keeps the point under the pointer where it is', () => {
    const around = { x: 200, y: 300 };
    const view = zoomTo(fitView(wide), 4, around, wide);
    const before = fitView(wide);
    expect((around.x - view.x) / view.scale).toBeCloseTo((around.x - before.x) / before.scale);
    expect((around.y - view.y) / view.scale).toBeCloseTo((around.y - before.y) / before.scale);
  });

  test('never enlarges an image that has a margin by zooming out', () => {
    const view = fitView(wide, 0.4);
    expect(zoomTo(view, 0.2, { x: 400, y: 300 }, wide)).toEqual(view);
  });

  test('ends at sixteen times, and at the smaller of all of it and its own pixels', () => {
    const middle = { x: 400, y: 300 };
    expect(zoomTo(fitView(wide), 1000, middle, wide).scale).toBe(16);
    expect(zoomTo(fitView(wide), 0, middle, wide)).toEqual(fitView(wide));
    expect(zoomTo(fitView(small), 0, middle, small).scale).toBe(1);
  });
});

describe('panBy', () => {
  test('never brings an edge of a larger image inside of the window', () => {
    const view = zoomTo(fitView(wide), 2, { x: 400, y: 300 }, wide);
    expect(panBy(view, { x: 1e6, y: 1e6 }, wide)).toEqual({ scale: 2, x: 0, y: 0 });
    expect(panBy(view, { x: -1e6, y: -1e6 }, wide)).toEqual({ scale: 2, x: -2400, y: -200 });
  });

  test('brings what overhangs an image into the window, with a margin', () => {
    const image = { width: 800, height: 600 };
    const padded: Frame = { stage: image, image, extent: { width: 800, height: 900 } };
    const view = fitView({ stage: image, image });
    expect(panBy(view, { x: 0, y: 0 }, padded)).toEqual({ scale: 1, x: 0, y: 0 });
    expect(panBy(view, { x: 0, y: -1e6 }, padded)).toEqual({ scale: 1, x: 0, y: -308 });
    expect(zoomTo(view, 0, { x: 400, y: 300 }, padded).scale).toBeCloseTo(584 / 900);
  });

  test('keeps what is smaller in the middle', () => {
    expect(panBy(fitView(wide), { x: 50, y: -50 }, wide)).toEqual(fitView(wide));
  });
});

test('an image is cut only once it is larger than the window', () => {
  expect(isCut(fitView(wide), wide)).toBe(false);
  expect(isCut({ ...fitView(wide), scale: 0.51 }, wide)).toBe(true);
});
