import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { boxOf, bytesOf, repeated, u16le, u32be, u32le } from '../../helpers/bytes.js';
import { readFixture } from '../../helpers/read-fixture.js';

const FILE_BYTES = 30 * 1024 * 1024;

/** A start, then the same bytes over and over, as long as a file may be. */
function filled(start: Uint8Array, pattern: Uint8Array): Blob {
  const repeats = Math.floor((FILE_BYTES - start.length) / pattern.length);
  const block = repeated(1024, pattern);
  const blocks = Array.from({ length: Math.floor(repeats / 1024) }, () => block);
  return new Blob([start as Uint8Array<ArrayBuffer>, ...blocks]);
}

const jpegFrame = bytesOf(0xff, 0xd8, 0xff, 0xc2, 0, 17, 8, 0, 30, 0, 40, 3, new Uint8Array(9));
const gifStart = bytesOf('GIF89a', u16le(40), u16le(30), 0, 0, 0);
const gifFrame = bytesOf(0x2c, u16le(0), u16le(0), u16le(40), u16le(30), 0, 2);
const webpStart = bytesOf('RIFF', u32le(FILE_BYTES - 8), 'WEBP');
const avifStart = boxOf('ftyp', 'avif', u32be(0));
const pngStart = readFixture('quad.png').subarray(0, 33);

describe('a file of 30 MiB that is made to be slow is settled at once', () => {
  test.each([
    { file: 'JPEG of nothing but FF', blob: filled(jpegFrame, bytesOf(0xff)) },
    { file: 'JPEG of stuffed bytes', blob: filled(jpegFrame, bytesOf(0xff, 0)) },
    { file: 'JPEG of empty comments', blob: filled(jpegFrame, bytesOf(0xff, 0xfe, 0, 2)) },
    { file: 'JPEG of empty scans', blob: filled(jpegFrame, bytesOf(0xff, 0xda, 0, 2)) },
    { file: 'PNG of empty chunks', blob: filled(pngStart, bytesOf(u32be(0), 'IDAT', u32be(0))) },
    { file: 'PNG of frames', blob: filled(pngStart, bytesOf(u32be(0), 'fcTL', u32be(0))) },
    {
      file: 'PNG of EXIF blocks',
      blob: filled(pngStart, bytesOf(u32be(8), 'eXIf', 'MM\0*', u32be(8), u32be(0))),
    },
    { file: 'GIF of pieces of one byte', blob: filled(bytesOf(gifStart, gifFrame), bytesOf(1, 1)) },
    { file: 'GIF of empty frames', blob: filled(gifStart, bytesOf(gifFrame, 0)) },
    { file: 'GIF of empty comments', blob: filled(gifStart, bytesOf(0x21, 0xfe, 0)) },
    { file: 'WebP of empty chunks', blob: filled(webpStart, bytesOf('JUNK', u32le(0))) },
    { file: 'AVIF of empty boxes', blob: filled(avifStart, boxOf('free')) },
    {
      file: 'AVIF of one endless description',
      blob: filled(bytesOf(avifStart, u32be(FILE_BYTES - 32), 'meta'), boxOf('free')),
    },
    { file: 'SVG of an endless comment', blob: filled(bytesOf('<!--'), bytesOf('<svg ')) },
    { file: 'text of opening brackets', blob: filled(bytesOf('<'), bytesOf('<!-')) },
  ])('$file', async ({ blob }) => {
    // A tenth of a second on a quiet machine; time that grew with the square of the length would pass any limit of a test.
    const outcome = await readImageInfo(blob).catch((error: unknown) => error);
    expect(KitError.is(outcome) || outcome).toMatchObject(
      KitError.is(outcome) ? {} : { width: 40 },
    );
  });
});
