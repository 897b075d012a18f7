import { describe, expect, test } from 'vitest';
import {
  fitView,
  type Frame,
  isCut,
  panBy,
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

describe('zoomTo', () => {
  test('keeps the point under the pointer where it is', () => {
    const around = { x: 200, y: 300 };
    const view = zoomTo(fitView(wide), 4, around, wide);
    const before = fitView(wide);
    expect((around.x - view.x) / view.scale).toBeCloseTo((around.x - before.x) / before.scale);
    expect((around.y - view.y) / view.scale).toBeCloseTo((around.y - before.y) / before.scale);
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

  test('shows what overhangs an image, without moving the image at first', () => {
    const image = { width: 800, height: 600 };
    const padded: Frame = { stage: image, image, extent: { width: 800, height: 900 } };
    expect(panBy(fitView(padded), { x: 0, y: 0 }, padded)).toEqual({ scale: 1, x: 0, y: 0 });
    expect(panBy(fitView(padded), { x: 0, y: -1e6 }, padded)).toEqual({ scale: 1, x: 0, y: -300 });
    expect(zoomTo(fitView(padded), 0, { x: 400, y: 300 }, padded).scale).toBeCloseTo(2 / 3);
  });

  test('keeps what is smaller in the middle', () => {
    expect(panBy(fitView(wide), { x: 50, y: -50 }, wide)).toEqual(fitView(wide));
  });
});

test('an image is cut only once it is larger than the window', () => {
  expect(isCut(fitView(wide), wide)).toBe(false);
  expect(isCut({ ...fitView(wide), scale: 0.51 }, wide)).toBe(true);
});
