import { describe, expect, test } from 'vitest';
import { findRules } from '../../../src/models/find-rules.js';
import { prepareImage } from '../../../src/pipeline/prepare-image.js';
import { drawImage } from '../../helpers/draw-image.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { bytesAsText, colourName, readPixels } from './read-pixels.js';

/** Nothing in it repeats, so that no codec packs it well. */
function drawNoise(context: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  const noise = new ImageData(width, height);
  let state = 1;
  for (let at = 0; at < noise.data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(noise, 0, 0);
}

function drawText(context: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#123';
  context.font = '14px sans-serif';
  for (let y = 20; y < height; y += 20) context.fillText(`Line ${y}: 12.90 EUR, page 3`, 10, y);
}

describe('a budget of bytes', () => {
  test.each([60_000, 20_000, 5000, 1000])('of %i is kept', async (maxOutputBytes) => {
    const made = await prepareImage(await loadFixture('photo.jpg'), { maxOutputBytes });
    expect(made.blob.size).toBeLessThanOrEqual(maxOutputBytes);
    const { width, height } = await readPixels(made.blob);
    expect({ width, height }).toEqual({ width: made.width, height: made.height });
    expect(Math.abs(width * 0.75 - height)).toBeLessThanOrEqual(1);
  });

  test('is met by quality as long as it looks well, and uses what it is given', async () => {
    const made = await prepareImage(await loadFixture('photo.jpg'), { maxOutputBytes: 100_000 });
    expect(made).toMatchObject({ width: made.plan.width, height: made.plan.height });
    expect(made.blob.size).toBeGreaterThan(70_000);
  });

  test('makes it WebP, at its full size, where JPEG would be too large and the model takes it', async () => {
    const source = await loadFixture('photo.jpg');
    const options = { model: 'gpt-5.6', maxSidePx: 800 };
    const least = await prepareImage(source, {
      ...options,
      outputMediaType: 'image/jpeg',
      quality: 0.4,
    });
    const maxOutputBytes = Math.floor(least.blob.size * 0.9);
    const made = await prepareImage(source, { ...options, maxOutputBytes });
    expect(made.mediaType).toBe('image/webp');
    expect(made.blob.size).toBeLessThanOrEqual(maxOutputBytes);
    expect(made.width).toBe(800);
  });

  test('makes the image smaller where PNG was asked for, and counts its tokens again', async () => {
    const source = await loadFixture('photo.jpg');
    const whole = await prepareImage(source, { outputMediaType: 'image/png' });
    const made = await prepareImage(source, {
      outputMediaType: 'image/png',
      maxOutputBytes: 300_000,
    });
    expect(made.mediaType).toBe('image/png');
    expect(made.blob.size).toBeLessThanOrEqual(300_000);
    expect(made.width).toBeLessThan(whole.width);
    expect(made.tokens).toBeLessThan(whole.tokens);
  });

  test('that nothing can keep is said to be missed', async () => {
    const made = await prepareImage(await loadFixture('photo.jpg'), { maxOutputBytes: 10 });
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'budget-missed' }));
  });

  test('of the model is kept without being asked for', async () => {
    const source = await drawImage(1200, 900, { draw: drawNoise, type: 'image/png' });
    const rules = findRules('');
    const made = await prepareImage(source, {
      outputMediaType: 'image/png',
      rules: { ...rules, limits: { maxBase64BytesPerImage: 1_000_000 } },
    });
    expect(Math.ceil(made.blob.size / 3) * 4).toBeLessThanOrEqual(1_000_000);
  });
});

describe('the type of the output', () => {
  test('is JPEG for a photograph', async () => {
    const made = await prepareImage(await loadFixture('photo.jpg'), { maxSidePx: 500 });
    expect(made.mediaType).toBe('image/jpeg');
  });

  test('is PNG for text', async () => {
    const made = await prepareImage(await loadFixture('small_text.png'));
    expect(made.mediaType).toBe('image/png');
  });

  test('is JPEG of a higher quality for text where that is smaller', async () => {
    const source = await drawImage(800, 600, { draw: drawText, type: 'image/png' });
    const made = await prepareImage(source);
    expect(made.mediaType).toBe('image/jpeg');
    expect(made.plan.quality).toBeGreaterThanOrEqual(0.92);
    expect(made.blob.size).toBeLessThan(source.size);
  });

  test('is WebP without loss where PNG would be larger than JPEG and the model takes it', async () => {
    const source = await drawImage(800, 600, { draw: drawText, type: 'image/png' });
    const options = { model: 'gpt-5.6', maxSidePx: 600 };
    const made = await prepareImage(source, options);
    const png = await prepareImage(source, { ...options, outputMediaType: 'image/png' });
    const jpeg = await prepareImage(source, { ...options, outputMediaType: 'image/jpeg' });
    expect(made.mediaType).toBe('image/webp');
    expect(made.blob.size).toBeLessThan(Math.min(png.blob.size, jpeg.blob.size));
    expect((await readPixels(made.blob)).data).toEqual((await readPixels(png.blob)).data);
  });

  test('is the one that was asked for', async () => {
    const source = await loadFixture('photo.jpg');
    const made = await prepareImage(source, {
      model: 'gpt-5.6',
      outputMediaType: 'image/webp',
      maxSidePx: 200,
    });
    expect(made.mediaType).toBe('image/webp');
    expect(made.blob.type).toBe('image/webp');
  });

  test('is another one where the model does not take it, and that is said', async () => {
    const source = await loadFixture('photo.jpg');
    const made = await prepareImage(source, {
      rules: { ...findRules(''), acceptedMediaTypes: ['image/jpeg'] },
      outputMediaType: 'image/webp',
    });
    expect(made.mediaType).toBe('image/jpeg');
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'format-changed' }));
  });
});

describe('an image that needs no resizing', () => {
  test.each(['quad.png', 'quad_palette.png', 'small_text.png', 'quad_progressive.jpg'])(
    'never comes out larger than it went in: %s',
    async (name) => {
      const source = await loadFixture(name);
      const made = await prepareImage(source);
      expect(made.blob.size).toBeLessThanOrEqual(source.size);
    },
  );

  test('keeps every pixel where it was packed more tightly than a canvas can', async () => {
    const source = await loadFixture('small_text.png');
    const made = await prepareImage(source);
    expect((await readPixels(made.blob)).data).toEqual((await readPixels(source)).data);
  });

  test('leaves its metadata behind all the same', async () => {
    const plain = await loadFixture('quad.png');
    const head = plain.slice(0, 33);
    const words = new TextEncoder().encode('tEXtComment\0CANARY');
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, words.length - 4);
    const source = new Blob([head, length.buffer, words, new Uint8Array(4), plain.slice(33)]);
    expect(await bytesAsText(source)).toContain('CANARY');
    const made = await prepareImage(source);
    expect(await bytesAsText(made.blob)).not.toContain('CANARY');
    expect(made.blob.size).toBeLessThanOrEqual(plain.size);
  });
});

test.each([
  ['quad_animated.gif', 'white'],
  ['quad_animated.png', 'black'],
  ['quad_animated.webp', 'white'],
])(
  'frames of %s stand side by side when that is asked for: the quad, black, %s',
  async (name, last) => {
    const made = await prepareImage(await loadFixture(name), { frames: 3 });
    expect(made.plan.sheet).toEqual({ frames: 3, columns: 1, rows: 3 });
    const { at, width, height } = await readPixels(made.blob);
    expect({ width, height }).toEqual({ width: 96, height: 192 });
    const seen = [at(0.1, 0.05), at(0.9, 0.05), at(0.5, 0.5), at(0.5, 0.85)];
    const colours = seen.map((colour) => colourName(colour));
    expect(colours).toEqual(['red', 'green', 'black', last]);
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'contact-sheet' }));
  },
);
