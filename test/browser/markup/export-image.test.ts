import { describe, expect, test } from 'vitest';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { emptyMarkup, flip, turnRight, withMark } from '../../../src/markup/change.js';
import { renderMarkup } from '../../../src/markup/render-markup.js';
import type { Mark, Markup, Rect } from '../../../src/markup/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { measureBusy } from '../../helpers/measure-busy.js';
import { largePhoto } from './large-photo.js';
import { bytesAsText, colourName, cornerColours, readPixels } from '../pipeline/read-pixels.js';

/** The quads are 96 by 64: red, green, blue and yellow, read like a page. */
const redact = (rect: Rect): Mark => ({ type: 'redaction', id: 'r', rect });
const drawn = { id: 'm', colour: '#000000', strokePx: 4 };

async function rendered(name: string, markup: Markup) {
  const { blob } = await renderMarkup(await loadFixture(name), markup);
  return blob;
}

const pixels = async (mark: Mark) =>
  readPixels(await rendered('quad.png', withMark(emptyMarkup, mark)));

describe('an image with marks is written', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'upright at its full size, whatever its orientation: %i',
    async (orientation) => {
      const blob = await rendered(`quad_orientation_${orientation}.jpg`, emptyMarkup);
      expect(await cornerColours(blob)).toEqual(['red', 'green', 'blue', 'yellow']);
      expect(await readImageInfo(blob)).toMatchObject({ width: 96, height: 64, orientation: 1 });
    },
  );

  test.each([
    {
      name: 'turned',
      markup: turnRight(emptyMarkup),
      seen: 'blue red yellow green',
      sides: [64, 96],
    },
    { name: 'flipped', markup: flip(emptyMarkup), seen: 'green red yellow blue', sides: [96, 64] },
    {
      name: 'turned and flipped',
      markup: flip(turnRight(emptyMarkup)),
      seen: 'red blue green yellow',
      sides: [64, 96],
    },
    {
      name: 'cropped to its lower half',
      markup: { ...emptyMarkup, crop: { x: 0, y: 32, width: 96, height: 32 } },
      seen: 'blue yellow blue yellow',
      sides: [96, 32],
    },
    {
      name: 'cropped and turned',
      markup: { ...emptyMarkup, turns: 1 as const, crop: { x: 0, y: 0, width: 96, height: 32 } },
      seen: 'red red green green',
      sides: [32, 96],
    },
  ])('$name', async ({ markup, seen, sides }) => {
    for (const file of ['quad.png', 'quad_orientation_6.jpg']) {
      const blob = await rendered(file, markup);
      expect((await cornerColours(blob)).join(' ')).toBe(seen);
      const { width, height } = await readPixels(blob);
      expect([width, height]).toEqual(sides);
    }
  });

  test('with a box and its number, an arrow, a line and words, and nothing beside them', async () => {
    const box = await pixels({
      ...drawn,
      type: 'box',
      rect: { x: 20, y: 16, width: 60, height: 40 },
      text: '',
    });
    expect(colourName(box.at(50 / 96, 16 / 64))).toBe('black');
    expect(colourName(box.at(10 / 96, 16 / 64))).toBe('black');
    expect(colourName(box.at(30 / 96, 30 / 64))).toBe('red');
    const label = Array.from({ length: 24 }, (_, x) => colourName(box.at((9 + x) / 96, 16 / 64)));
    expect(label).toContain('white');

    const arrow = await pixels({
      ...drawn,
      type: 'arrow',
      from: { x: 8, y: 32 },
      to: { x: 88, y: 32 },
    });
    expect(colourName(arrow.at(40 / 96, 32 / 64))).toBe('black');
    expect(colourName(arrow.at(40 / 96, 38 / 64))).toBe('blue');
    expect(colourName(arrow.at(76 / 96, 38 / 64))).toBe('black');

    const pen = await pixels({
      ...drawn,
      type: 'pen',
      points: [8, 30, 60, 88].map((x) => ({ x, y: 8 })),
    });
    for (const x of [10, 45, 86]) expect(colourName(pen.at(x / 96, 8 / 64))).toBe('black');
    expect(colourName(pen.at(50 / 96, 20 / 64))).toBe('green');

    const words = await pixels({
      type: 'text',
      id: 't',
      colour: '#ffffff',
      sizePx: 24,
      at: { x: 48, y: 32 },
      text: 'HH',
    });
    const row = Array.from({ length: 96 }, (_, x) => colourName(words.at(x / 96, 33 / 64)));
    expect(row).toContain('white');
    expect(row.slice(0, 20)).not.toContain('white');
  });

  test('with words that are not mirrored in an image that is', async () => {
    const text: Mark = {
      type: 'text',
      id: 't',
      colour: '#000000',
      sizePx: 40,
      at: { x: 48, y: 32 },
      text: 'L',
    };
    const { at } = await readPixels(await rendered('quad.png', flip(withMark(emptyMarkup, text))));
    const darkIn = (from: number, to: number) => {
      let count = 0;
      for (let x = from; x < to; x += 1)
        for (let y = 12; y < 52; y += 1) {
          if (colourName(at(x / 96, y / 64)) === 'black') count += 1;
        }
      return count;
    };
    expect(darkIn(30, 48)).toBeGreaterThan(darkIn(48, 66) * 1.5);
  });

  test.each([
    ['quad_orientation_1.jpg', 'image/jpeg'],
    ['quad.png', 'image/png'],
    ['quad_lossy.webp', 'image/webp'],
    ['quad.gif', 'image/png'],
    ['quad.bmp', 'image/png'],
    ['quad.avif', 'image/webp'],
  ])('%s as %s', async (name, mediaType) => {
    const blob = await rendered(name, turnRight(emptyMarkup));
    expect(blob.type).toBe(mediaType);
    expect(await readImageInfo(blob)).toMatchObject({ mediaType });
  });

  test('with the transparency it had', async () => {
    const before = await readPixels(await loadFixture('quad_alpha.png'));
    const after = await readPixels(
      await rendered(
        'quad_alpha.png',
        withMark(emptyMarkup, redact({ x: 0, y: 0, width: 4, height: 4 })),
      ),
    );
    expect(after.at(0.5, 0.5)).toEqual(before.at(0.5, 0.5));
    expect(before.at(0.5, 0.5)[3]).toBe(0);
  });

  test('or not at all, in plain words, where the file is no image', async () => {
    await expect(rendered('html_named.png', emptyMarkup)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('cannot be opened'),
    });
  });
});

describe('what is redacted', () => {
  test('is not in the file: every pixel is the same black, also at the edges', async () => {
    const rect = { x: 10.4, y: 5.3, width: 50.2, height: 30.1 };
    for (const markup of [emptyMarkup, turnRight(emptyMarkup), flip(emptyMarkup)]) {
      const { data, width } = await readPixels(
        await rendered('quad.png', withMark(markup, redact(rect))),
      );
      const isTurned = markup.turns === 1;
      const left = isTurned ? 64 - 36 : markup.isFlipped ? 96 - 61 : 10;
      const top = isTurned ? 10 : 5;
      const [columns, rows] = isTurned ? [31, 51] : [51, 31];
      const seen = new Set<number>();
      for (let y = top; y < top + rows; y += 1)
        for (let x = left; x < left + columns; x += 1) {
          const at = (y * width + x) * 4;
          seen.add((data[at] ?? 1) + (data[at + 1] ?? 1) + (data[at + 2] ?? 1));
        }
      expect([...seen]).toEqual([0]);
    }
  });

  test('leaves no trace in the bytes: no metadata, no thumbnail, nothing behind the image', async () => {
    for (const name of ['quad_orientation_6.jpg', 'quad_trailer.jpg', 'photo.jpg']) {
      const source = await loadFixture(name);
      const { width, height } = await readPixels(source);
      const all = redact({ x: 0, y: 0, width, height });
      const blob = await rendered(name, withMark(emptyMarkup, all));
      expect(await bytesAsText(blob)).not.toMatch(/CANARY|Exif|http:\/\/ns.adobe/);
      expect(await readImageInfo(blob)).not.toHaveProperty('thumbnail');
      const seen = new Set((await readPixels(blob)).data.filter((_, index) => index % 4 !== 3));
      expect([...seen]).toEqual([0]);
    }
  });

  test('stays so under marks drawn over it, and covers those drawn before', async () => {
    const pen: Mark = {
      ...drawn,
      colour: '#ffffff',
      type: 'pen',
      points: [
        { x: 0, y: 20 },
        { x: 96, y: 20 },
      ],
    };
    const rect = { x: 0, y: 0, width: 48, height: 64 };
    const over = await readPixels(
      await rendered('quad.png', { ...emptyMarkup, marks: [redact(rect), pen] }),
    );
    expect(colourName(over.at(0.2, 20 / 64))).toBe('white');
    const under = await readPixels(
      await rendered('quad.png', { ...emptyMarkup, marks: [pen, redact(rect)] }),
    );
    expect(colourName(under.at(0.2, 20 / 64))).toBe('black');
  });
});

describe('a photo of 48 megapixels', () => {
  test('keeps its size, and the page stays alive meanwhile', async () => {
    const source = await largePhoto();
    const mark = redact({ x: 4000, y: 3000, width: 2000, height: 1000 });
    const { result, busyMs } = await measureBusy(() =>
      renderMarkup(source, withMark(emptyMarkup, mark)),
    );
    expect(busyMs).toBeLessThan(1500);
    const { blob, width, height } = result;
    expect([width, height]).toEqual([8000, 6000]);
    const part = await createImageBitmap(blob, 4500, 3200, 100, 100);
    expect([part.width, part.height]).toEqual([100, 100]);
    const context = new OffscreenCanvas(100, 100).getContext('2d');
    context?.drawImage(part, 0, 0);
    const { data } = context?.getImageData(0, 0, 100, 100) ?? { data: [1] };
    expect(data.every((value, index) => value === (index % 4 === 3 ? 255 : 0))).toBe(true);
  });
});
