/**
 * Hundreds of odd and bad files from real bug reports, where the folder with them is there: each is made ready or
 * refused with a code, twice the same, upright, in its own shape, showing what an `<img>` shows, without a word
 * of its metadata.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageErrorCodes, KitError } from '../../../src/errors.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { Pipeline, PreparedImage } from '../../../src/pipeline/types.js';
import { readCsv } from './read-csv.js';
import { bytesAsText, colourName, cornerColours, readPixels } from './read-pixels.js';

declare const __SHARED_FOLDER__: string;

const folder = `/@fs${__SHARED_FOLDER__}/corpus`;
const manifest = __SHARED_FOLDER__ ? await (await fetch(`${folder}/manifest.csv`)).text() : '';
const rows = readCsv(manifest).map((row) => ({
  file: row['file'] ?? '',
  category: row['category'] ?? '',
  expected: row['expected'] ?? '',
  width: Number(row['display_width'] ?? 0),
  height: Number(row['display_height'] ?? 0),
  canary: row['canary_must_not_leave'] ?? '',
}));
type Row = (typeof rows)[number];

/** Mean of 16 by 16 averages; JPEG and smoothing stay far below. */
const MOST_DIFFERENCE = 12;
/** Chromium maps high brightness in one way for pages and in another for everything that is read back. */
const LOOKS_BRIGHTER_ON_PAGES = 'heic-avif/libavif_colors_hdr_rec2020.avif';

let pipeline: Pipeline;
beforeAll(() => {
  pipeline = createPipeline();
});
afterAll(() => pipeline.dispose());

async function loadRow(file: string): Promise<File> {
  const response = await fetch(`${folder}/${file.split('/').map(encodeURIComponent).join('/')}`);
  const name = file.slice(file.lastIndexOf('/') + 1);
  // A name says what it likes, and browsers believe it.
  const type = /\.(?:jpe?g)$/i.test(name) ? 'image/jpeg' : /\.png$/i.test(name) ? 'image/png' : '';
  return new File([await response.arrayBuffer()], name, { type });
}

type Outcome = { made: PreparedImage } | { error: unknown };

const prepare = (source: Blob): Promise<Outcome> =>
  pipeline.prepare(source).then(
    (made) => ({ made }),
    (error: unknown) => ({ error }),
  );

const GRID = 16;

/** What a page shows of an image, as 16 by 16 averages on a ground. */
async function look(image: CanvasImageSource, ground: string): Promise<Uint8ClampedArray> {
  const canvas = new OffscreenCanvas(GRID * 8, GRID * 8);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = ground;
  context.fillRect(0, 0, GRID * 8, GRID * 8);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, GRID * 8, GRID * 8);
  context.drawImage(canvas, 0, 0, GRID, GRID);
  return context.getImageData(0, 0, GRID, GRID).data;
}

async function showInPage(blob: Blob, ground: string): Promise<Uint8ClampedArray | undefined> {
  const url = URL.createObjectURL(blob);
  try {
    const element = new Image();
    element.src = url;
    await new Promise((resolve, reject) => {
      element.addEventListener('load', resolve);
      element.addEventListener('error', reject);
    });
    return element.naturalWidth > 0 ? await look(element, ground) : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function meanDifference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let sum = 0;
  for (const [at, value] of one.entries()) sum += Math.abs(value - (other[at] ?? 0));
  return sum / one.length;
}

async function isSame(one: Outcome, other: Outcome): Promise<boolean> {
  if (!('made' in one) || !('made' in other)) return !('made' in one) && !('made' in other);
  const [left, right] = await Promise.all([one.made.blob.bytes(), other.made.blob.bytes()]);
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

/** A margin around an image that is too thin for models is no part of its shape. */
function hasOwnShape({ width, height, plan }: PreparedImage, row: Row): boolean {
  if (!row.width || !row.height) return true;
  const content = plan.content ?? { width, height };
  const scale = Math.max(content.width, content.height) / Math.max(row.width, row.height);
  const isOff = Math.max(
    Math.abs(content.width - row.width * scale),
    Math.abs(content.height - row.height * scale),
  );
  return scale <= 1 && isOff <= 1;
}

/** What is wrong with an image that was made ready. */
async function faultsOf(source: File, made: PreparedImage, row: Row): Promise<string[]> {
  const faults: string[] = [];
  if (row.expected === 'reject') faults.push('was to be refused');
  if (!hasOwnShape(made, row)) faults.push(`is ${made.width} by ${made.height}`);
  const pixels = await readPixels(made.blob);
  if (pixels.width !== made.width || pixels.height !== made.height) faults.push('lies of its size');
  if (row.file.includes('/quad_o') && row.width > row.height) {
    const corners = (await cornerColours(made.blob)).join();
    if (corners !== 'red,green,blue,yellow') faults.push(`is not upright: ${corners}`);
  }
  const text = await bytesAsText(made.blob);
  const words = ['CANARY', 'Exif\0', 'http://ns.adobe.com/xap', ...row.canary.split('|')];
  for (const word of words) if (word && text.includes(word)) faults.push(`carries ${word}`);
  const typed = source.slice(0, source.size, made.source.mediaType);
  const { background = '#ffffff' } = made.plan;
  const [shown, sent] = await Promise.all([
    showInPage(typed, background),
    showInPage(made.blob, background),
  ]);
  const isCompared = shown && sent && !made.plan.content && row.file !== LOOKS_BRIGHTER_ON_PAGES;
  if (isCompared && meanDifference(shown, sent) > MOST_DIFFERENCE) {
    faults.push(`looks different by ${meanDifference(shown, sent).toFixed(1)} of 255`);
  }
  return faults;
}

function faultsOfRefusal(error: unknown, { expected }: Row): string[] {
  if (!KitError.is(error)) return [`threw ${String(error)}`];
  const isImageError = (imageErrorCodes as readonly string[]).includes(error.code);
  if (!isImageError) return [`was refused with ${error.code}`];
  const isRight =
    expected === 'accept-if-decoder' ? error.code === 'unsupported-format' : expected !== 'accept';
  return isRight ? [] : [`was refused with ${error.code}: ${error.message}`];
}

const table: Record<string, { files: number; right: number; misses: string[] }> = {};

describe.skipIf(!__SHARED_FOLDER__)('every file of the corpus', () => {
  // One line a category, for the notes.
  afterAll(() => {
    for (const [category, { files, right, misses }] of Object.entries(table)) {
      console.info(`${category}: ${right} of ${files}`, ...misses);
    }
  });

  test.each(rows)('$file: $expected', { timeout: 40_000 }, async (row) => {
    const line = (table[row.category] ??= { files: 0, right: 0, misses: [] });
    line.files += 1;
    const source = await loadRow(row.file);
    const first = await prepare(source);
    const faults =
      'made' in first ? await faultsOf(source, first.made, row) : faultsOfRefusal(first.error, row);
    if (!(await isSame(first, await prepare(source)))) faults.push('comes out differently');
    if (faults.length === 0) line.right += 1;
    else line.misses.push(`\n  ${row.file} ${faults.join('; ')}`);
    expect(faults).toEqual([]);
  });
});

const hiddenWords = rows.filter(({ category }) => category === 'scaling').map(({ file }) => file);

describe.skipIf(hiddenWords.length === 0)('an image with hidden words', () => {
  test.each(hiddenWords)('%s does not show them when it is made smaller', async (file) => {
    const source = await loadRow(file);
    const before = await readPixels(source);
    const made = await pipeline.prepare(source, { maxSidePx: 512 });
    const after = await readPixels(made.blob);
    expect([after.width, after.height]).toEqual([512, 512]);
    let darkest = 255;
    let difference = 0;
    let darkestAfter = 255;
    for (let y = 0; y < 512; y += 1) {
      for (let x = 0; x < 512; x += 1) {
        let sum = 0;
        for (let at = 0; at < 16; at += 1) {
          sum += before.data[((y * 4 + (at >> 2)) * 2048 + x * 4 + (at & 3)) * 4] ?? 0;
        }
        const average = sum / 16;
        const value = after.data[(y * 512 + x) * 4] ?? 0;
        darkest = Math.min(darkest, average);
        darkestAfter = Math.min(darkestAfter, value);
        difference += Math.abs(average - value);
      }
    }
    expect(difference / (512 * 512)).toBeLessThanOrEqual(1);
    expect(darkestAfter).toBeGreaterThanOrEqual(darkest - 25);
    expect(colourName(after.at(0.5, 0.5))).toBe(colourName(before.at(0.5, 0.5)));
  });
});
