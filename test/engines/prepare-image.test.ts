import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../src/pipeline/create-pipeline.js';
import { prepareImage } from '../../src/pipeline/prepare-image.js';
import {
  bytesAsText,
  cornerColours,
  readPixels,
  colourName,
} from '../browser/pipeline/read-pixels.js';
import { loadFixture } from '../helpers/load-fixture.js';

const uprightCorners = ['red', 'green', 'blue', 'yellow'];

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photo with orientation %i comes out upright, without its metadata',
  async (orientation) => {
    const made = await prepareImage(await loadFixture(`quad_orientation_${orientation}.jpg`));
    expect(made).toMatchObject({ width: 96, height: 64, engine: 'worker' });
    expect(await cornerColours(made.blob)).toEqual(uprightCorners);
    expect(await bytesAsText(made.blob)).not.toMatch(/CANARY|Exif|ns\.adobe/);
  },
);

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photo with orientation %i comes out upright when it is made smaller',
  async (orientation) => {
    const source = await loadFixture(`quad_orientation_${orientation}.jpg`);
    const made = await prepareImage(source, { maxSidePx: 48 });
    expect(await readPixels(made.blob)).toMatchObject({ width: 48, height: 32 });
    expect(await cornerColours(made.blob)).toEqual(uprightCorners);
  },
);

test.each([
  'quad.png',
  'quad_16bit.png',
  'quad_interlaced.png',
  'quad_palette.png',
  'quad_orientation_8.png',
  'quad.gif',
  'quad.bmp',
  'quad.avif',
  'quad_irot.avif',
  'quad_lossy.webp',
  'quad_lossless.webp',
  'quad_progressive.jpg',
  'quad_trailer.jpg',
  'jpeg_named.png',
])('%s comes out upright, without its metadata', async (name) => {
  const made = await prepareImage(await loadFixture(name));
  expect(await readPixels(made.blob)).toMatchObject({ width: 96, height: 64 });
  expect(await cornerColours(made.blob)).toEqual(uprightCorners);
  expect(await bytesAsText(made.blob)).not.toMatch(/CANARY|Exif|ns\.adobe/);
});

test('a WebP is sent as pages show it, which is without the turn its EXIF asks for', async () => {
  const made = await prepareImage(await loadFixture('quad_orientation_6.webp'));
  expect(await readPixels(made.blob)).toMatchObject({ width: 64, height: 96 });
  expect(await bytesAsText(made.blob)).not.toMatch(/CANARY|Exif|ns\.adobe/);
});

test('an image in printing colours is sent in screen colours', async () => {
  const made = await prepareImage(await loadFixture('quad_cmyk.jpg'));
  const { at } = await readPixels(made.blob);
  expect(colourName(at(0.15, 0.15))).toBe('red');
  expect(colourName(at(0.15, 0.85))).toBe('blue');
});

test.each(['quad_animated.gif', 'quad_animated.png', 'quad_animated.webp'])(
  '%s is sent as its first frame, and says so',
  async (name) => {
    const made = await prepareImage(await loadFixture(name));
    expect(await cornerColours(made.blob)).toEqual(uprightCorners);
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'first-frame' }));
  },
);

describe.each(['quad_alpha.png', 'quad_alpha.webp', 'quad_alpha.avif'])('%s', (name) => {
  test('becomes white where it is transparent, and says so', async () => {
    const made = await prepareImage(await loadFixture(name), { outputMediaType: 'image/jpeg' });
    const { at } = await readPixels(made.blob);
    expect(colourName(at(0.5, 0.5), 12)).toBe('white');
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'flattened' }));
  });

  test('keeps its transparency when asked to, but not the colours hidden under it', async () => {
    const made = await prepareImage(await loadFixture(name), { background: 'keep' });
    expect(made.mediaType).toBe('image/png');
    const { at } = await readPixels(made.blob);
    expect(at(0.5, 0.5)).toEqual([0, 0, 0, 0]);
    expect(await cornerColours(made.blob)).toEqual(uprightCorners);
  });
});

test('a photo is sent in the size its model sees, and shown as it was', async () => {
  const made = await prepareImage(await loadFixture('photo.jpg'), { maxSidePx: 800 });
  expect(made).toMatchObject({ width: 800, height: 600, mediaType: 'image/jpeg', notes: [] });
  const before = await readPixels(await loadFixture('photo.jpg'));
  const after = await readPixels(made.blob);
  for (const [x, y] of [
    [0.1, 0.1],
    [0.5, 0.3],
    [0.9, 0.4],
  ] as const) {
    const was = before.at(x, y);
    const is = after.at(x, y);
    expect(Math.max(...was.map((value, at) => Math.abs(value - (is[at] ?? 0))))).toBeLessThan(24);
  }
});

test.each(['truncated.jpg', 'truncated.png'])(
  '%s is prepared as far as it goes, and marked incomplete',
  async (name) => {
    const made = await prepareImage(await loadFixture(name));
    expect(made.incomplete).toBe(true);
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'incomplete' }));
    const { width, height } = await readPixels(made.blob);
    expect({ width, height }).toEqual({ width: made.width, height: made.height });
  },
);

test('a truncated image is refused when that is asked for', async () => {
  const source = await loadFixture('truncated.jpg');
  await expect(prepareImage(source, { incomplete: 'reject' })).rejects.toMatchObject({
    code: 'truncated',
  });
});

test.each([
  ['empty.png', 'empty-file'],
  ['text_named.jpg', 'not-an-image'],
  ['html_named.png', 'not-an-image'],
  ['document.pdf', 'not-an-image'],
  ['claims_60000x60000.png', 'too-many-pixels'],
])('%s is refused as %s', async (name, code) => {
  await expect(prepareImage(await loadFixture(name))).rejects.toMatchObject({ code });
});

test('the same image comes out the same on the page as in the worker', async () => {
  const source = await loadFixture('photo.jpg');
  const inWorker = await prepareImage(source, { maxSidePx: 512, engine: 'worker' });
  const onPage = await prepareImage(source, { maxSidePx: 512, engine: 'main-thread' });
  expect(onPage.engine).toBe('main-thread');
  expect(new Uint8Array(await onPage.blob.arrayBuffer())).toEqual(
    new Uint8Array(await inWorker.blob.arrayBuffer()),
  );
});

test('browser-image-compression makes the image when it is chosen', async () => {
  const source = await loadFixture('quad_orientation_6.jpg');
  const made = await prepareImage(source, { engine: 'browser-image-compression' });
  expect(made).toMatchObject({ width: 96, height: 64, engine: 'browser-image-compression' });
  expect(await cornerColours(made.blob)).toEqual(uprightCorners);
  expect(await bytesAsText(made.blob)).not.toMatch(/CANARY|Exif/);
});

test('a page without workers makes its images itself, and says so', async () => {
  const pipeline = createPipeline({ worker: false });
  const made = await pipeline.prepare(await loadFixture('quad_orientation_5.jpg'));
  expect(made.engine).toBe('main-thread');
  expect(made.notes).toContainEqual(expect.objectContaining({ code: 'main-thread' }));
  expect(await cornerColours(made.blob)).toEqual(uprightCorners);
  pipeline.dispose();
});

/** White with words that only show where a careless resizer looks: one pixel in four, both ways. */
async function imageWithHiddenWords(offset: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(1024, 1024);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1024, 1024);
  context.fillStyle = '#000';
  for (let y = offset; y < 1024; y += 4) {
    for (let x = offset; x < 1024; x += 4) context.fillRect(x, y, 1, 1);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

test.each([0, 1, 2, 3])(
  'hidden words on every fourth pixel, from %i, do not jump out when an image is made smaller',
  async (offset) => {
    const source = await imageWithHiddenWords(offset);
    const made = await prepareImage(source, { maxSidePx: 256 });
    const { data } = await readPixels(made.blob);
    const least = data.reduce((low, value) => Math.min(low, value), 255);
    // One pixel in sixteen is black: 239 of 255 everywhere, a little off at the edges.
    expect(least).toBeGreaterThan(214);
  },
);

test('an SVG is refused unless drawings are asked for, and then drawn in the size the model sees', async () => {
  const source = new Blob(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="15" height="10" fill="#f00"/>' +
        '<rect x="15" width="15" height="10" fill="#0f0"/><rect y="10" width="15" height="10" fill="#00f"/>' +
        '<rect x="15" y="10" width="15" height="10" fill="#ff0"/></svg>',
    ],
    { type: 'image/svg+xml' },
  );
  await expect(prepareImage(source)).rejects.toMatchObject({ code: 'unsupported-format' });
  const made = await prepareImage(source, { allowSvg: true, maxSidePx: 600 });
  expect(made).toMatchObject({ width: 600, height: 400 });
  expect(await cornerColours(made.blob)).toEqual(uprightCorners);
});
