/** Where the compressed data of a JPEG ends, in files of a common encoder and in hand-made ones. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { stripMetadata } from '../../../src/formats/strip-metadata.js';
import { flatJpeg } from '../../helpers/flat-jpeg.js';
import { refusalOf } from '../../helpers/refusal.js';

const CANARY = Buffer.from('CANARY');
const strip = (bytes: Uint8Array) =>
  Buffer.from(stripMetadata(bytes, { mediaType: 'image/jpeg', orientation: 1 }));

/** Noise, so that codes of every length occur, and bytes that are stuffed. */
function noise(width: number, height: number, channels: number): Buffer {
  let state = width * 31 + height;
  return Buffer.from(
    Array.from({ length: width * height * channels }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return (state >> 16) & 255;
    }),
  );
}

interface Kind {
  width: number;
  height: number;
  channels?: 1 | 3 | 4;
  chromaSubsampling?: string;
  progressive?: boolean;
  mozjpeg?: boolean;
}

async function encode({ width, height, channels = 3, ...options }: Kind): Promise<Buffer> {
  const image = sharp(noise(width, height, channels), { raw: { width, height, channels } });
  if (channels === 1) image.toColourspace('b-w');
  return image.jpeg({ quality: 96, ...options }).toBuffer();
}

/** Where the compressed data of each scan ends, by the markers alone: data holds none but restarts. */
function endsOfScans(jpeg: Buffer): number[] {
  const ends: number[] = [];
  for (let at = 2; at < jpeg.length - 2;) {
    const isScan = jpeg[at + 1] === 0xda;
    at += 2 + jpeg.readUInt16BE(at + 2);
    if (!isScan) continue;
    while (jpeg[at] !== 0xff || jpeg[at + 1] === 0 || (jpeg[at + 1] ?? 0) >> 3 === 0xd0 >> 3)
      at += 1;
    ends.push(at);
  }
  return ends;
}

function insert(bytes: Buffer, at: number, more: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

const kinds: Kind[] = [
  { width: 1, height: 1 },
  { width: 8, height: 8, channels: 1 },
  { width: 9, height: 17, channels: 1 },
  { width: 33, height: 18, chromaSubsampling: '4:4:4' },
  { width: 33, height: 18, chromaSubsampling: '4:2:0' },
  { width: 33, height: 18, channels: 1, progressive: true },
  { width: 33, height: 18, chromaSubsampling: '4:4:4', progressive: true },
  { width: 33, height: 18, chromaSubsampling: '4:2:0', progressive: true },
  { width: 41, height: 57, chromaSubsampling: '4:2:0', mozjpeg: true },
];

describe.each(kinds)('%o', (kind) => {
  test('keeps all of its data, and nothing between its scans', async () => {
    const bytes = await encode(kind);
    const clean = strip(bytes);
    const ends = endsOfScans(bytes);
    expect(ends.length > 1).toBe(kind.progressive === true || kind.mozjpeg === true);
    expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    // Every byte of compressed data is still there.
    expect(endsOfScans(clean)).toHaveLength(ends.length);
    expect(clean.length).toBe(bytes.length);
    for (const at of ends) expect(strip(insert(bytes, at, CANARY)).equals(clean)).toBe(true);
    const crowded = ends.toReversed().reduce((file, at) => insert(file, at, CANARY), bytes);
    expect(strip(crowded).equals(clean)).toBe(true);
  });

  test('that is cut off keeps what it has', async () => {
    const bytes = await encode(kind);
    const end = endsOfScans(bytes).at(-1) ?? 0;
    const cut = bytes.subarray(0, end - 1);
    const kept = strip(cut);
    expect(kept.length).toBeGreaterThanOrEqual(cut.length - 1);
    expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });
});

/** A grey image of 40 blocks, two bits each, with a marker after every four of them. */
async function withRestarts(between: Uint8Array = Buffer.alloc(0), interval = 4): Promise<Buffer> {
  const flat = Buffer.from(await flatJpeg(8 * 8, 8 * 5).arrayBuffer());
  const scanAt = flat.lastIndexOf(Buffer.from([0xff, 0xda]));
  const dataAt = scanAt + 2 + flat.readUInt16BE(scanAt + 2);
  const pieces = Array.from({ length: 10 }, (_, index) =>
    Buffer.concat([
      Buffer.from([0x00]),
      between,
      Buffer.from(index < 9 ? [0xff, 0xd0 | (index % 8)] : []),
    ]),
  );
  return Buffer.concat([
    flat.subarray(0, scanAt),
    Buffer.from([0xff, 0xdd, 0, 4, 0, interval]),
    flat.subarray(scanAt, dataAt),
    ...pieces,
    Buffer.from([0xff, 0xd9]),
  ]);
}

describe('a JPEG with restarts', () => {
  test('keeps its data and markers, and nothing between them', async () => {
    const bytes = await withRestarts();
    expect(strip(bytes).equals(bytes)).toBe(true);
    // Stuffed bytes, and zeros that stuff nothing.
    for (const between of [CANARY, Buffer.of(0xff, 0), Buffer.of(0), Buffer.of(0, 0xff, 0, 0x41)]) {
      expect(strip(await withRestarts(between)).equals(bytes)).toBe(true);
    }
  });

  test('in other places than its interval says is damaged', async () => {
    const bytes = await withRestarts(Buffer.alloc(0), 8);
    expect(refusalOf(() => strip(bytes)).code).toBe('damaged');
  });
});

const after = (bytes: Buffer, marker: number) => bytes.indexOf(Buffer.from([0xff, marker])) + 4;

async function flat(): Promise<Buffer> {
  return Buffer.from(await flatJpeg(64, 40).arrayBuffer());
}

describe('data that cannot be followed is damaged', () => {
  test.each<[string, number, number, number]>([
    ['no component', 0xda, 0, 0],
    ['a component that the frame does not name', 0xda, 1, 9],
    ['a table that is missing', 0xda, 2, 0x22],
    ['coefficients that do not exist', 0xda, 4, 64],
    ['a factor that does not exist', 0xc0, 7, 0x51],
    ['a factor of nothing', 0xc0, 7, 0x10],
  ])('%s', async (_, marker, offset, value) => {
    const bytes = await flat();
    expect(strip(bytes).length).toBe(bytes.length);
    bytes[after(bytes, marker) + offset] = value;
    expect(refusalOf(() => strip(bytes)).code).toBe('damaged');
  });

  test('a code that no table has', async () => {
    const bytes = await flat();
    bytes[bytes.length - 12] = 0xf0;
    expect(refusalOf(() => strip(bytes)).code).toBe('damaged');
  });

  test('an arithmetic or lossless frame', async () => {
    for (const marker of [0xc3, 0xc9]) {
      const bytes = await flat();
      bytes[after(bytes, 0xc0) - 3] = marker;
      expect(refusalOf(() => strip(bytes)).code).toBe('damaged');
    }
  });
});
