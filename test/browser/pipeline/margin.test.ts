import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { findSupport } from '../../../src/pipeline/support.js';
import type { PreparedImage, PrepareOptions } from '../../../src/pipeline/types.js';
import { drawImage, fill } from '../../helpers/draw-image.js';
import { readPixels } from './read-pixels.js';

/** Blue from edge to edge. */
const blue = (width: number, height: number): Promise<Blob> =>
  drawImage(width, height, { draw: fill('#0000ff'), type: 'image/png' });

async function prepare(source: Blob, options: PrepareOptions): Promise<PreparedImage> {
  const pipeline = createPipeline();
  try {
    return await pipeline.prepare(source, options);
  } finally {
    pipeline.dispose();
  }
}

/** `b` for the image, `w` for the margin; read along a line. */
async function coloursAlong(made: PreparedImage, axis: 'x' | 'y'): Promise<string> {
  const { data, width, height } = await readPixels(made.blob);
  const length = axis === 'x' ? width : height;
  return Array.from({ length }, (_, at) => {
    const offset = (axis === 'x' ? at : at * width) * 4;
    const [red = 0, , blueValue = 0] = data.subarray(offset, offset + 3);
    return blueValue > 200 && red < 60 ? 'b' : red > 200 && blueValue > 200 ? 'w' : '?';
  }).join('');
}

const codes = ({ notes }: PreparedImage) => notes.map(({ code }) => code);

describe.each(['worker', 'main-thread'] as const)('in the %s', (engine) => {
  test('an icon is enlarged for a model that takes none so small', async () => {
    const made = await prepare(await blue(8, 8), { engine, model: 'qwen3-vl-plus' });
    expect(made).toMatchObject({ width: 11, height: 11 });
    expect(codes(made)).toContain('enlarged');
    expect(await coloursAlong(made, 'x')).toBe('b'.repeat(11));
  });

  test('a strip keeps its scale, and gets a white margin', async () => {
    const made = await prepare(await blue(6, 1200), { engine, model: 'qwen3-vl-plus' });
    expect(made).toMatchObject({ width: 11, height: 1200 });
    expect(codes(made)).toContain('margin-added');
    expect(await coloursAlong(made, 'x')).toBe('bbbbbbwwwww');
    expect(await coloursAlong(made, 'y')).toBe('b'.repeat(1200));
  });

  test('a strip that is made shorter is not made thinner', async () => {
    const made = await prepare(await blue(3000, 16), { engine, model: 'nobody-knows-it' });
    expect(made).toMatchObject({ width: 1568, height: 16 });
    expect((await coloursAlong(made, 'y')).replace(/\?/g, '')).toMatch(/^b{7,8}w{7,8}$/);
  });
});

test('the margin is there where no canvas can be trusted', async () => {
  const support = { ...(await findSupport()), canvasNoise: 'heavy' as const };
  const pipeline = createPipeline({ worker: false, support });
  const made = await pipeline.prepare(await blue(6, 1200), { model: 'qwen3-vl-plus' });
  pipeline.dispose();
  expect(made).toMatchObject({ width: 11, height: 1200 });
  expect(await coloursAlong(made, 'x')).toBe('bbbbbbwwwww');
});

test('the margin shrinks with its image where bytes are short', async () => {
  const canvas = new OffscreenCanvas(9, 1500);
  const context = canvas.getContext('2d');
  const noise = new ImageData(9, 1500);
  let state = 1;
  for (let at = 0; at < noise.data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  context?.putImageData(noise, 0, 0);
  const source = await canvas.convertToBlob({ type: 'image/png' });
  const made = await prepare(source, {
    minSidePx: 28,
    maxOutputBytes: 4000,
    outputMediaType: 'image/png',
  });
  expect(made.blob.size).toBeLessThanOrEqual(4000);
  const { width, height } = await readPixels(made.blob);
  expect({ width, height }).toEqual({ width: made.width, height: made.height });
  expect(height).toBeLessThan(1500);
});
