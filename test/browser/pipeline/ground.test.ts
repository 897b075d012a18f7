import { describe, expect, onTestFinished, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { measureSupport } from '../../../src/pipeline/support.js';
import type { Pipeline, PipelineOptions, PrepareOptions } from '../../../src/pipeline/types.js';
import { drawImage } from '../../helpers/draw-image.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { readPixels } from './read-pixels.js';

function open(options: PipelineOptions = {}): Pipeline {
  const pipeline = createPipeline(options);
  onTestFinished(() => pipeline.dispose());
  return pipeline;
}

/** A word on nothing. */
function word(colour: string, type = 'image/png'): Promise<Blob> {
  const draw = (context: OffscreenCanvasRenderingContext2D): void => {
    context.font = 'bold 64px sans-serif';
    context.fillStyle = colour;
    context.fillText('Words', 20, 80);
  };
  return drawImage(320, 120, { draw, type });
}

async function made(source: Blob, options: PrepareOptions = {}, pipeline = open()) {
  const { blob, notes, plan } = await pipeline.prepare(source, options);
  const { data, at } = await readPixels(blob);
  let [least, most] = [255, 0];
  for (let index = 0; index < data.length; index += 4) {
    least = Math.min(least, data[index + 1] ?? 0);
    most = Math.max(most, data[index + 1] ?? 0);
  }
  return {
    corner: at(0, 0).slice(0, 3),
    range: most - least,
    codes: notes.map(({ code }) => code),
    background: plan.background,
  };
}

describe.each([
  { place: 'in a worker', options: {} },
  { place: 'on the page', options: { worker: false } as const },
])('a drawing on nothing, made $place', ({ options }) => {
  test.each(['image/png', 'image/webp'])('in white is put on a dark ground: %s', async (type) => {
    const { corner, range, codes, background } = await made(
      await word('#fff', type),
      {},
      open(options),
    );
    expect(corner.every((value) => value < 48)).toBe(true);
    expect(range).toBeGreaterThan(180);
    expect(codes).toEqual(expect.arrayContaining(['flattened']));
    expect(background).toBe('#202020');
  });

  test('in black stays on white', async () => {
    const { corner, background } = await made(await word('#000'), {}, open(options));
    expect(corner).toEqual([255, 255, 255]);
    expect(background).toBe('#ffffff');
  });

  test('is put on the colour of the app, and warns where nothing of it can be seen', async () => {
    const { corner, codes, background } = await made(
      await word('#fff'),
      { background: 'white' },
      open(options),
    );
    expect(corner).toEqual([255, 255, 255]);
    expect(codes).toContain('one-colour');
    expect(background).toBe('white');
    const other = await made(await word('#fff'), { background: '#00f' }, open(options));
    expect(other.codes).not.toContain('one-colour');
  });
});

test('an image of one colour that came so is told nothing of', async () => {
  const { codes } = await made(
    await drawImage(40, 30, { draw: () => undefined, type: 'image/png' }),
  );
  expect(codes).not.toContain('one-colour');
});

test('browsers that change what is read back choose the ground, too', async () => {
  const support = { ...(await measureSupport()), canvasNoise: 'heavy' } as const;
  const { corner, background } = await made(
    await word('#fff'),
    {},
    open({ worker: false, support }),
  );
  expect(corner).toEqual([32, 32, 32]);
  expect(background).toBe('#202020');
});

/** Lines of words as a page has them. */
async function page(
  width: number,
  height: number,
  letterPx: number,
  type = 'image/png',
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#222';
  context.font = `${letterPx}px sans-serif`;
  const words = 'The quick brown fox jumps over the lazy dog and goes on to the next line. ';
  for (let y = 40; y < height; y += letterPx * 2)
    context.fillText(words.repeat(4), 30, y, width * 4);
  return canvas.convertToBlob({ type });
}

describe('an image of text', () => {
  test('that becomes too small to read is told with its scale', async () => {
    const { notes, width } = await open().prepare(await page(1170, 9000, 16), { model: 'gpt-4o' });
    expect(notes).toContainEqual(
      expect.objectContaining({
        code: 'small-text',
        scale: expect.closeTo(width / 1170, 2) as number,
      }),
    );
  });

  test('that is a JPEG, which is otherwise decoded at a part of its size, is told too', async () => {
    const screenshot = await page(1170, 9000, 16, 'image/jpeg');
    const { notes } = await open().prepare(screenshot, { model: 'gpt-4o' });
    expect(notes.map(({ code }) => code)).toContain('small-text');
  });

  test.each([
    { why: 'that is made little smaller', width: 1170, height: 2000, letterPx: 16 },
    { why: 'whose letters are large', width: 1170, height: 9000, letterPx: 90 },
  ])('$why is told nothing of', async ({ width, height, letterPx }) => {
    const { notes } = await open().prepare(await page(width, height, letterPx), {
      model: 'gpt-4o',
    });
    expect(notes.map(({ code }) => code)).not.toContain('small-text');
  });

  test('is told from a photograph', async () => {
    const { notes } = await open().prepare(await loadFixture('photo.jpg'), { maxSidePx: 200 });
    expect(notes.map(({ code }) => code)).not.toContain('small-text');
  });
});
