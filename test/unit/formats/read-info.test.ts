import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { uprightSize } from '../../../src/formats/upright-size.js';
import { listFixtures, readFixture } from '../../helpers/read-fixture.js';

const blobOf = (name: string): Blob => new Blob([readFixture(name)]);

async function failureOf(promise: Promise<unknown>): Promise<KitError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (!KitError.is(outcome)) throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('readImageInfo', () => {
  test.each([
    { name: 'photo.jpg', mediaType: 'image/jpeg', width: 1600, height: 1200 },
    { name: 'quad_progressive.jpg', mediaType: 'image/jpeg' },
    { name: 'quad_cmyk.jpg', mediaType: 'image/jpeg' },
    { name: 'quad_trailer.jpg', mediaType: 'image/jpeg' },
    { name: 'jpeg_named.png', mediaType: 'image/jpeg' },
    { name: 'quad.png', mediaType: 'image/png', frameCount: 1 },
    { name: 'quad_alpha.png', mediaType: 'image/png', hasAlpha: true },
    { name: 'quad_palette.png', mediaType: 'image/png' },
    { name: 'quad_interlaced.png', mediaType: 'image/png' },
    { name: 'quad_16bit.png', mediaType: 'image/png' },
    { name: 'quad_animated.png', mediaType: 'image/png', isAnimated: true, frameCount: 3 },
    { name: 'quad_lossy.webp', mediaType: 'image/webp' },
    { name: 'quad_lossless.webp', mediaType: 'image/webp' },
    { name: 'quad_alpha.webp', mediaType: 'image/webp', hasAlpha: true },
    { name: 'quad_animated.webp', mediaType: 'image/webp', isAnimated: true, frameCount: 3 },
    { name: 'quad.gif', mediaType: 'image/gif', frameCount: 1, hasAlpha: true },
    { name: 'quad_animated.gif', mediaType: 'image/gif', isAnimated: true, hasAlpha: true },
    { name: 'quad.avif', mediaType: 'image/avif' },
    { name: 'quad_alpha.avif', mediaType: 'image/avif', hasAlpha: true },
    { name: 'quad.bmp', mediaType: 'image/bmp' },
    {
      name: 'header_only.heic',
      mediaType: 'image/heic',
      width: 4032,
      height: 3024,
      orientation: 6,
    },
  ])('tells what $name is', async ({ name, ...facts }) => {
    const expected = {
      width: 96,
      height: 64,
      orientation: 1,
      hasAlpha: false,
      isAnimated: false,
      isTruncated: false,
      ...facts,
    };
    expect(await readImageInfo(blobOf(name))).toMatchObject(expected);
  });

  test.each([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => ({
      name: `quad_orientation_${orientation}.jpg`,
      orientation,
    })),
    { name: 'quad_orientation_8.png', orientation: 8 },
    { name: 'quad_irot.avif', orientation: 8 },
    { name: 'quad_irot_imir.avif', orientation: 5 },
  ])('$name stands upright at 96 × 64 by orientation $orientation', async (row) => {
    const info = await readImageInfo(blobOf(row.name));
    expect(info.orientation).toBe(row.orientation);
    expect(uprightSize(info)).toEqual({ width: 96, height: 64 });
  });

  test('a turn that browsers do not make is told apart', async () => {
    const info = await readImageInfo(blobOf('quad_orientation_6.webp'));
    expect(info).toMatchObject({ width: 64, height: 96, orientation: 1, unappliedOrientation: 6 });
  });

  test.each(['photo.jpg', 'quad_orientation_6.jpg'])('finds the thumbnail of %s', async (name) => {
    const { thumbnail } = await readImageInfo(blobOf(name));
    const bytes = readFixture(name).subarray(thumbnail?.startByte, thumbnail?.endByte);
    expect([...bytes.subarray(0, 3), ...bytes.subarray(-2)]).toEqual([255, 216, 255, 255, 217]);
    expect(readImageInfoFromBytes(bytes)).toMatchObject(
      name === 'photo.jpg' ? { width: 160, height: 120 } : { width: 32, height: 48 },
    );
  });

  test.each(['truncated.jpg', 'truncated.png'])('notices that %s is cut short', async (name) => {
    expect(await readImageInfo(blobOf(name))).toMatchObject({ isTruncated: true });
  });

  test.each([
    { name: 'empty.png', code: 'empty-file', words: /empty/ },
    { name: 'text_named.jpg', code: 'not-an-image', words: /text file/, format: 'text' },
    { name: 'html_named.png', code: 'not-an-image', words: /web page/, format: 'HTML' },
    { name: 'document.pdf', code: 'not-an-image', words: /PDF/, format: 'PDF' },
    { name: 'claims_60000x60000.png', code: 'too-many-pixels', words: /60,000 × 60,000/ },
  ])('refuses $name as $code, in words', async ({ name, code, words, format }) => {
    const error = await failureOf(readImageInfo(blobOf(name)));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(error.facts.format).toBe(format);
  });

  test('the name and the type of a file count for nothing', async () => {
    const file = new File([readFixture('quad.gif')], 'photo.jpg', { type: 'image/jpeg' });
    expect(await readImageInfo(file)).toMatchObject({ mediaType: 'image/gif' });
  });

  test('a file over the byte limit is refused before a byte is read', async () => {
    const bytes = readFixture('photo.jpg');
    const blob = spyOn(bytes);
    const error = await failureOf(readImageInfo(blob, { limits: { maxBytes: 1000 } }));
    expect(error.code).toBe('too-many-bytes');
    expect(error.facts).toMatchObject({ limit: 1000, value: bytes.length });
    expect(blob.reads).toEqual([]);
  });

  test('30 MiB is the limit of bytes, and 100 megapixels that of pixels', async () => {
    const tooLong = await failureOf(readImageInfo(new Blob([new Uint8Array(30 * 2 ** 20 + 1)])));
    expect(tooLong.facts).toEqual({ limit: 31_457_280, value: 31_457_281 });
    const tooWide = await failureOf(readImageInfo(blobOf('claims_60000x60000.png')));
    expect(tooWide.facts).toEqual({ limit: 100_000_000, value: 3_600_000_000 });
  });

  test('limits can be set', async () => {
    const limits = { maxPixels: 96 * 64 - 1 };
    expect((await failureOf(readImageInfo(blobOf('quad.png'), { limits }))).code).toBe(
      'too-many-pixels',
    );
    const higher = { maxPixels: 4_000_000_000 };
    const info = await readImageInfo(blobOf('claims_60000x60000.png'), { limits: higher });
    expect(info).toMatchObject({ width: 60_000, height: 60_000 });
  });

  test('of a large photograph only the first bytes and the last two are read', async () => {
    const photo = readFixture('photo.jpg');
    const middle = new Uint8Array(8_000_000).fill(0x55);
    const large = new Uint8Array(photo.length + middle.length);
    large.set(photo.subarray(0, -2));
    large.set(middle, photo.length - 2);
    large.set([0xff, 0xd9], large.length - 2);
    const blob = spyOn(large);
    expect(await readImageInfo(blob)).toMatchObject({ width: 1600, isTruncated: false });
    const readBytes = blob.reads.reduce((sum, [start, end]) => sum + end - start, 0);
    expect(readBytes).toBeLessThan(200_000);
  });

  test('a file that can no longer be read is told to be chosen again', async () => {
    class LostFile extends Blob {
      override slice(): Blob {
        const lost = new Blob();
        lost.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
        return lost;
      }
    }
    const error = await failureOf(readImageInfo(new LostFile([readFixture('quad.png')])));
    expect(error.code).toBe('unreadable-file');
    expect(error.message).toMatch(/Choose it again/);
  });

  test('an aborted signal stops it', async () => {
    const signal = AbortSignal.abort();
    const error = await failureOf(readImageInfo(blobOf('photo.jpg'), { signal }));
    expect(error.code).toBe('aborted');
  });

  test.each(listFixtures())('%s gives the same from a Blob as from memory', async (name) => {
    const fromBlob = await settle(() => readImageInfo(blobOf(name)));
    expect(fromBlob).toEqual(await settle(() => readImageInfoFromBytes(readFixture(name))));
  });
});

/** What comes of it, as plain data. */
async function settle(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return KitError.is(error) ? error.toJSON() : error;
  }
}

/** A Blob that keeps a list of what was read of it. */
function spyOn(bytes: Uint8Array<ArrayBuffer>): Blob & { reads: [number, number][] } {
  const blob = new Blob([bytes]);
  const reads: [number, number][] = [];
  const slice = blob.slice.bind(blob);
  blob.slice = (start = 0, end = bytes.length) => {
    reads.push([start, Math.min(end, bytes.length)]);
    return slice(start, end);
  };
  return Object.assign(blob, { reads });
}

describe('a file whose first read fails, as of a photo picker', () => {
  test('is read again', async () => {
    let failing = 1;
    class SlowFile extends File {
      override slice(...given: Parameters<File['slice']>): Blob {
        const part = super.slice(...given);
        const read = (): Promise<ArrayBuffer> =>
          failing-- > 0
            ? Promise.reject(new DOMException('Not there yet.', 'NotReadableError'))
            : Blob.prototype.arrayBuffer.call(part);
        return Object.assign(part, { arrayBuffer: read });
      }
    }
    const info = await readImageInfo(new SlowFile([readFixture('quad.png')], 'IMG_1.png'));
    expect(info).toMatchObject({ width: 96, height: 64 });
  });
});
