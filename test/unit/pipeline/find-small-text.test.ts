import { describe, expect, test } from 'vitest';
import { createTextProbe } from '../../../src/pipeline/find-small-text.js';

const width = 600;
const height = 1200;

/** Lines of strokes, as letters of about `letterPx` have them, on a ground. */
function page(letterPx: number, [ink, ground]: readonly [number, number] = [0, 255]): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(ground);
  const stroke = Math.max(1, Math.round(letterPx / 8));
  for (let top = 20; top + letterPx < height - 20; top += letterPx * 2) {
    for (let left = 20; left < width - 40; left += stroke * 3) {
      for (let y = top; y < top + letterPx; y += 1) {
        for (let x = left; x < left + stroke; x += 1)
          pixels.fill(ink, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return pixels;
}

function isLost(pixels: Uint8Array, scale: number): boolean {
  const probe = createTextProbe(width, height, { sourceScale: scale, pixelScale: scale });
  // As a decoder hands them over.
  for (let row = 0; row < height; row += 100) {
    probe?.addRows(pixels.subarray(row * width * 4, (row + 100) * width * 4), row, row + 100);
  }
  return probe?.hasSmallText() ?? false;
}

describe('words', () => {
  test.each([
    { letterPx: 15, scale: 0.17 },
    { letterPx: 15, scale: 0.33 },
    { letterPx: 24, scale: 0.2 },
  ])('of $letterPx px are lost at $scale', ({ letterPx, scale }) => {
    expect(isLost(page(letterPx), scale)).toBe(true);
    expect(isLost(page(letterPx, [235, 20]), scale)).toBe(true);
    expect(isLost(page(letterPx, [130, 250]), scale)).toBe(true);
  });

  test.each([
    { letterPx: 15, scale: 0.6 },
    { letterPx: 48, scale: 0.2 },
    { letterPx: 200, scale: 0.1 },
  ])('of $letterPx px are read at $scale', ({ letterPx, scale }) => {
    expect(isLost(page(letterPx), scale)).toBe(false);
  });
});

test('noise, as of a photograph, is no text', () => {
  let seed = 1;
  const pixels = new Uint8Array(width * height * 4).map(
    () => (seed = (seed * 16_807) % 2_147_483_647) & 255,
  );
  expect(isLost(pixels, 0.2)).toBe(false);
});

test('soft light and shade are no text', () => {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < pixels.length; at += 4)
    pixels.fill(128 + 100 * Math.sin(at / 4_000), at, at + 4);
  expect(isLost(pixels, 0.2)).toBe(false);
});
