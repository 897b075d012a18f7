import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { stripMetadata } from '../../../src/formats/strip-metadata.js';
import { hasOnlyPixels } from '../../../src/formats/png-pixels.js';
import { readCorpus, readCorpusFile } from '../../helpers/corpus.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { refusalOf } from '../../helpers/refusal.js';

declare const __SHARED_FOLDER__: string;

const CANARY = Buffer.from('CANARY');

function insert(bytes: Uint8Array, at: number, more: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

function segment(code: number, body: Uint8Array): Buffer {
  const length = body.length + 2;
  return Buffer.concat([Buffer.from([0xff, code, length >> 8, length & 255]), body]);
}

/** The same file with the canary at the end of its first segment of a kind, whose length counts it. */
function longerSegment(jpeg: Uint8Array, code: number): Buffer {
  const at = Buffer.from(jpeg).indexOf(Buffer.from([0xff, code]));
  const length = Buffer.from(jpeg).readUInt16BE(at + 2);
  const body = Buffer.concat([jpeg.subarray(at + 4, at + 2 + length), CANARY]);
  return Buffer.concat([jpeg.subarray(0, at), segment(code, body), jpeg.subarray(at + 2 + length)]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32BE(body.length);
  bytes.write(type, 4);
  bytes.set(body, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), 8 + body.length);
  return bytes;
}

function riffChunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function webpOf(...chunks: Uint8Array[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

const baseline = readFixture('quad_orientation_1.jpg');
const progressive = readFixture('quad_progressive.jpg');
const png = readFixture('quad_palette.png');
const lossy = readFixture('quad_lossy.webp');
const { width, height } = readImageInfoFromBytes(lossy);
const VP8X = Buffer.from([0, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0]);

const beforeChunk = (type: string) => Buffer.from(png).indexOf(type) - 4;
const beforeEnd = (jpeg: Uint8Array) =>
  insert(jpeg, Buffer.from(jpeg).lastIndexOf('\xff\xd9', undefined, 'latin1'), CANARY);

async function samePixels(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((bytes) => sharp(bytes, { failOn: 'none' }).raw().toBuffer()),
  );
  return first !== undefined && second !== undefined && first.equals(second);
}

describe('bytes that no decoder reads', () => {
  const crafted: [string, Uint8Array][] = [
    ['before the end of a JPEG', beforeEnd(baseline)],
    ['before the end of a progressive JPEG', beforeEnd(progressive)],
    [
      'between two scans of a JPEG',
      insert(
        progressive,
        Buffer.from(progressive).lastIndexOf('\xff\xda', undefined, 'latin1'),
        CANARY,
      ),
    ],
    ...[0xc0, 0xc4, 0xda, 0xdb].map((code): [string, Uint8Array] => [
      `at the end of segment ${code.toString(16)} of a JPEG`,
      longerSegment(baseline, code),
    ]),
    ['in a segment that no decoder knows', insert(baseline, 2, segment(0xf3, CANARY))],
    [
      'in a long restart interval',
      insert(baseline, 2, segment(0xdd, Buffer.concat([Buffer.alloc(2), CANARY]))),
    ],
    ...['pHYs', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'cICP', 'mDCV', 'cLLI'].map(
      (type): [string, Uint8Array] => [
        `in a long ${type} of a PNG`,
        insert(png, beforeChunk('IDAT'), chunk(type, Buffer.concat([Buffer.alloc(32), CANARY]))),
      ],
    ),
    [
      'in a second pHYs of a PNG',
      insert(
        png,
        beforeChunk('IDAT'),
        Buffer.concat([chunk('pHYs', Buffer.alloc(9)), chunk('pHYs', Buffer.from('CANARY...'))]),
      ),
    ],
    [
      'in a chunk behind the pixels of a PNG',
      insert(png, beforeChunk('IEND'), chunk('pHYs', Buffer.from('CANARY...'))),
    ],
    [
      'in the last chunk of a PNG',
      Buffer.concat([png.subarray(0, beforeChunk('IEND')), chunk('IEND', CANARY)]),
    ],
    [
      'in a VP8X of a WebP',
      webpOf(riffChunk('VP8X', Buffer.concat([VP8X, CANARY])), lossy.subarray(12)),
    ],
    ['in a second image of a WebP', webpOf(lossy.subarray(12), riffChunk('VP8L', CANARY))],
    [
      'in a frame of a WebP without frames',
      webpOf(
        riffChunk('VP8X', VP8X),
        lossy.subarray(12),
        riffChunk('ANMF', Buffer.concat([Buffer.alloc(16), riffChunk('VP8 ', CANARY)])),
      ),
    ],
  ];

  test.each(crafted)('%s are cut out', async (_, bytes) => {
    const info = readImageInfoFromBytes(bytes);
    const stripped = stripMetadata(bytes, info);
    expect(Buffer.from(bytes).includes(CANARY)).toBe(true);
    expect(Buffer.from(stripped).includes(CANARY)).toBe(false);
    expect(readImageInfoFromBytes(stripped)).toMatchObject({
      width: info.width,
      isTruncated: false,
    });
  });

  test.each([
    [
      'behind the compressed data',
      async () => insert(png, beforeChunk('IEND'), chunk('IDAT', CANARY)),
    ],
    [
      'behind the last row',
      async () => {
        const { data, info } = await sharp(png)
          .toColourspace('b-w')
          .raw()
          .toBuffer({ resolveWithObject: true });
        const rows = Array.from({ length: info.height }, (_, row) =>
          Buffer.concat([Buffer.alloc(1), data.subarray(row * info.width, (row + 1) * info.width)]),
        );
        const header = Buffer.alloc(13);
        header.writeUInt32BE(info.width);
        header.writeUInt32BE(info.height, 4);
        header[8] = 8;
        return Buffer.concat([
          png.subarray(0, 8),
          chunk('IHDR', header),
          chunk('IDAT', deflateSync(Buffer.concat([...rows, CANARY]))),
          chunk('IEND', Buffer.alloc(0)),
        ]);
      },
    ],
  ])('%s of a PNG are noticed', async (_, make) => {
    const bytes = new Uint8Array(await make());
    expect(readImageInfoFromBytes(bytes).isTruncated).toBe(false);
    expect(await hasOnlyPixels(bytes)).toBe(false);
  });

  test('that inflate to a hundred megabytes are read in small pieces', async () => {
    const sizes: number[] = [];
    const header = Buffer.alloc(13);
    header.writeUInt32BE(100);
    header.writeUInt32BE(75, 4);
    header[8] = 8;
    const png = Buffer.concat([
      readFixture('quad.png').subarray(0, 8),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(100_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const Native = DecompressionStream;
    // What is written in one piece is inflated in one piece.
    vi.stubGlobal('DecompressionStream', function create(format: CompressionFormat) {
      const native = new Native(format);
      const watch = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(bytes, controller) {
          sizes.push(bytes.length);
          controller.enqueue(bytes);
        },
      });
      return { writable: watch.writable, readable: watch.readable.pipeThrough(native) };
    });
    expect(await hasOnlyPixels(new Uint8Array(png))).toBe(false);
    vi.unstubAllGlobals();
    expect(png.length).toBeGreaterThan(90_000);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });

  test.each([
    'quad.png',
    'quad_palette.png',
    'quad_alpha.png',
    'quad_16bit.png',
    'quad_interlaced.png',
    'small_text.png',
  ])('are not imagined in %s', async (name) => {
    expect(await hasOnlyPixels(readFixture(name))).toBe(true);
  });
});

const rows = __SHARED_FOLDER__ ? readCorpus(__SHARED_FOLDER__) : [];
const readable = rows.filter(
  ({ expected, true_type }) => expected === 'accept' && /jpeg|png|webp/.test(true_type),
);

/** Coded in a way that few decoders read; it is drawn and written again. */
const NOT_FOLLOWED = 'jpeg-features/ljt_testorig_transverse_422_q95_prog_ari.jpg';

describe.skipIf(rows.length === 0)('the corpus of odd images', () => {
  test.each(readable.filter(({ file }) => file !== NOT_FOLLOWED))(
    '$file has the same pixels once it is stripped',
    async ({ file }) => {
      const bytes = readCorpusFile(__SHARED_FOLDER__, file);
      const stripped = stripMetadata(bytes, readImageInfoFromBytes(bytes));
      expect(await samePixels(stripped, bytes)).toBe(true);
    },
  );

  test('an arithmetic-coded JPEG cannot be followed, and is refused', () => {
    const bytes = readCorpusFile(__SHARED_FOLDER__, NOT_FOLLOWED);
    const strip = () => stripMetadata(bytes, readImageInfoFromBytes(bytes));
    expect(refusalOf(strip).code).toBe('damaged');
  });
});
