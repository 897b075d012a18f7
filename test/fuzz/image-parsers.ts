// oxlint-disable vitest/no-standalone-expect -- Tests import what is checked here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { KitError } from '../../src/errors.js';
import { readExif } from '../../src/formats/exif.js';
import { readImageInfo } from '../../src/formats/read-info.js';
import { readImageInfoFromBytes } from '../../src/formats/read-info-from-bytes.js';
import { recogniseOther } from '../../src/formats/recognise-other.js';
import { stripMetadata } from '../../src/formats/strip-metadata.js';
import type { ImageInfo } from '../../src/formats/types.js';
import { readTiffSize } from '../../src/intake/read-tiff-size.js';
import { readVideoTrack } from '../../src/video/read-video-track.js';
import { listFixtures, readFixture } from '../helpers/read-fixture.js';
import { bytesOf, type Parser } from './types.js';

declare const __SHARED_FOLDER__: string;

/** Damage to larger files is mostly damage to their pixels. */
const MAX_SEED_BYTES = 64 * 1024;

/** The corpus beside the checkout joins the long runs only: a short one reads the same on every machine. */
function corpusFiles(extension: string): Uint8Array[] {
  const folder = `${__SHARED_FOLDER__}/corpus`;
  if (!process.env['FUZZ_SECONDS'] || __SHARED_FOLDER__ === '' || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`.${extension}`))
    .toSorted()
    .map((name) => new Uint8Array(readFileSync(`${folder}/${name}`)));
}

function filesOf(extension: string): Uint8Array[] {
  const fixtures = listFixtures()
    .filter((name) => name.endsWith(`.${extension}`) && !/^(?:empty|text|html)/.test(name))
    .map(readFixture);
  return [...fixtures, ...corpusFiles(extension)].filter(({ length }) => length <= MAX_SEED_BYTES);
}

function readOrRefuse(bytes: Uint8Array): ImageInfo | KitError {
  try {
    return readImageInfoFromBytes(bytes);
  } catch (error) {
    if (KitError.is(error)) return error;
    throw error;
  }
}

/** Where it can be stripped, and what is left can be read. */
function orientationAfterStripping(bytes: Uint8Array, info: ImageInfo): number {
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(info.mediaType)) return info.orientation;
  try {
    const stripped = stripMetadata(bytes, info);
    // An orientation that is kept needs a few bytes of its own.
    expect(stripped.length).toBeLessThanOrEqual(bytes.length + 128);
    return readImageInfoFromBytes(stripped).orientation;
  } catch (error) {
    if (KitError.is(error)) return info.orientation;
    throw error;
  }
}

/** Facts that hold together or a typed refusal, and the same from a Blob. */
async function readImage(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const outcome = readOrRefuse(bytes);
  const fromBlob = await readImageInfo(new Blob([bytes])).catch((error: unknown) => error);
  expect(JSON.stringify(fromBlob)).toBe(JSON.stringify(outcome));
  if (KitError.is(outcome)) return;
  expect(Number.isInteger(outcome.width) && outcome.width > 0).toBe(true);
  expect(Number.isInteger(outcome.height) && outcome.height > 0).toBe(true);
  expect(outcome.width * outcome.height).toBeLessThanOrEqual(100_000_000);
  expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(outcome.orientation);
  const { startByte = 0, endByte = 1 } = outcome.thumbnail ?? {};
  expect(startByte < endByte && endByte <= Math.max(1, bytes.length)).toBe(true);
  expect(orientationAfterStripping(bytes, outcome)).toBe(outcome.orientation);
}

const svgs = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="80"></svg>',
  '<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg [ <!ENTITY x "y"> ]>\n<svg viewBox="0,0,20 10" width=\'2in\'>',
].map(bytesOf);

/** Every format of images; `mutated-files.test.ts` reads more of them than of the others. */
export const imageFormats: readonly Parser[] = [
  ...['jpg', 'png', 'webp', 'gif', 'bmp', 'avif', 'heic', 'tiff', 'jxl', 'pdf'].map(
    (extension): Parser => ({
      name: `image ${extension}`,
      seeds: filesOf(extension),
      read: readImage,
    }),
  ),
  {
    name: 'image svg',
    seeds: svgs,
    words: ['<svg', '<!--', '-->', '<!DOCTYPE', '[', ']>', ' width="', '1e9', 'viewBox=', '"', '>'],
    read: readImage,
  },
];

export const fileParsers: readonly Parser[] = [
  {
    name: 'exif',
    seeds: filesOf('tiff'),
    read(bytes) {
      const { orientation, thumbnail } = readExif(bytes);
      expect([1, 2, 3, 4, 5, 6, 7, 8, undefined]).toContain(orientation);
      if (thumbnail) expect(thumbnail.startByte).toBeLessThan(thumbnail.endByte);
    },
  },
  {
    name: 'tiff size',
    seeds: filesOf('tiff'),
    async read(bytes) {
      const size = await readTiffSize(new Blob([bytes]));
      if (size) expect(size.width > 0 && size.height > 0).toBe(true);
    },
  },
  {
    name: 'video track',
    seeds: [
      new Uint8Array(readFileSync(new URL('../fixtures/videos/clip.mp4', import.meta.url))),
      Uint8Array.from(Buffer.from('1a45dfa3934282847765626d1654ae6bae86855f565039', 'hex')),
    ],
    words: ['moov', 'trak', 'stsd', '\x16\x54\xae\x6b', '\x86\x85V_VP9', '\0\0\0\x01', '\0\0\0\0'],
    async read(bytes) {
      const track = await readVideoTrack(new Blob([bytes]));
      if (typeof track === 'object') expect(typeof track.codec).toBe('string');
    },
  },
  {
    name: 'other files',
    seeds: [...filesOf('pdf'), bytesOf('<!doctype html><html>'), bytesOf('P6 1 1 255 '), ...svgs],
    words: ['RIFF', 'AVI ', 'ftyp', 'crx ', 'MZ', '\x7fELF', '<html>', 'P6\n', 'OggS'],
    read: (bytes) => expect(typeof (recogniseOther(bytes)?.name ?? '')).toBe('string'),
  },
];
