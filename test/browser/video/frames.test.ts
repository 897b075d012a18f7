import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Size } from '../../../src/formats/types.js';
import type { VideoError } from '../../../src/video/video-error.js';
import { evenTimes } from '../../../src/video/even-times.js';
import { findScenes } from '../../../src/video/find-scenes.js';
import { openVideo, type OpenVideoOptions } from '../../../src/video/open-video.js';
import type { FrameReader } from '../../../src/video/types.js';
import { writeFrame } from '../../../src/video/write-frame.js';
import { planSheet, cellAt, writeSheet } from '../../../src/video/contact-sheet.js';
import { makeVideo, readFrameNumber, readImage } from '../../helpers/make-video.js';
import { recordMedia } from '../../helpers/record-media.js';

async function open(file: File, options?: OpenVideoOptions): Promise<FrameReader> {
  const reader = await openVideo(file, options);
  onTestFinished(() => reader.close());
  return reader;
}

/** The number that the frame at a time carries, and when it says that it begins. */
async function frameAt(reader: FrameReader, timeS: number) {
  const { blob, timeS: startS } = await writeFrame(reader, timeS);
  return { number: await readFrameNumber(blob), startS };
}

const codeIn = (error: unknown): string => (error as VideoError).code;

const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(() => undefined, codeIn);

describe('a frame of a video', () => {
  test('is the one that is shown at that time, wherever one goes', async () => {
    const reader = await open(await makeVideo({ frames: 250 }));
    expect(reader.durationS).toBeCloseTo(10, 3);
    for (const timeS of [7.5, 0, 9.99, 3.32, 3.34, 0.04, 10, 400]) {
      const expected = Math.min(249, Math.floor(timeS * 25 + 0.01));
      const { number, startS } = await frameAt(reader, timeS);
      expect([timeS, number]).toEqual([timeS, expected]);
      expect(startS).toBeCloseTo(expected / 25, 3);
    }
  });

  test.each([
    { rotation: 90, corners: ['#00f', '#f00', undefined, '#0f0'] },
    { rotation: 180, corners: [undefined, '#00f', '#0f0', '#f00'] },
    { rotation: 270, corners: ['#0f0', undefined, '#f00', '#00f'] },
  ] as const)('is upright, of a video turned by $rotation°', async ({ rotation, corners }) => {
    const reader = await open(await makeVideo({ frames: 5, rotation }));
    const { blob } = await writeFrame(reader, 0.1);
    const image = await readImage(blob);
    const isTurned = rotation !== 180;
    expect([image.width, image.height]).toEqual(isTurned ? [96, 192] : [192, 96]);
    expect([reader.width, reader.height]).toEqual([image.width, image.height]);
    expect(cornerColours(image)).toEqual(corners);
  });

  test('carries no metadata', async () => {
    const reader = await open(await makeVideo({ frames: 5 }));
    const { blob } = await writeFrame(reader, 0);
    const text = new TextDecoder('latin1').decode(await blob.arrayBuffer());
    expect(text.startsWith('\xff\xd8')).toBe(true);
    expect(text).not.toMatch(/Exif|ns\.adobe|moov|vp09/);
  });

  test('is waited for in turn, and what is no longer wanted is not decoded', async () => {
    const reader = await open(await makeVideo({ frames: 50 }));
    const control = new AbortController();
    const first = frameAt(reader, 1);
    const stopped = codeOf(writeFrame(reader, 1.5, control.signal));
    const last = frameAt(reader, 0.4);
    control.abort();
    expect(await stopped).toBe('aborted');
    expect([(await first).number, (await last).number]).toEqual([25, 10]);
    reader.close();
    expect(await codeOf(writeFrame(reader, 1))).toBe('aborted');
  });
});

/** Red, green and blue mark the corners; the fourth is grey. Top left, top right, bottom left, bottom right. */
function cornerColours({ data, width, height }: ImageData): Array<string | undefined> {
  const places = [
    [4, 4],
    [width - 5, 4],
    [4, height - 5],
    [width - 5, height - 5],
  ] as const;
  return places.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
    const bits = [red, green, blue].map((value) => (value > 160 ? 'f' : '0')).join('');
    return bits === '000' ? undefined : `#${bits}`;
  });
}

test('a recording that does not say how long it is has its true length', async () => {
  const recording = await recordMedia('video');
  const reader = await open(recording);
  expect(reader.durationS).toBeGreaterThan(0.2);
  expect(reader.durationS).toBeLessThan(60);
  const { blob } = await writeFrame(reader, reader.durationS / 2);
  expect(blob.size).toBeGreaterThan(100);
});

test('of a video of a gigabyte, only a small part is read by the page', async () => {
  const video = await makeVideo({ frames: 100 });
  const filler = new Blob([new Uint8Array(16 * 1024 * 1024)]);
  const count = 64;
  const head = new DataView(new ArrayBuffer(8));
  head.setUint32(0, 8 + count * filler.size);
  head.setUint32(4, 0x66726565);
  const parts = [video, head, ...Array.from({ length: count }, () => filler)];
  const file = new File(parts, 'long.mp4', { type: 'video/mp4' });
  expect(file.size).toBeGreaterThan(1024 ** 3);
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
  const reader = await open(file);
  const { blob } = await writeFrame(reader, 2.4);
  const readBytes = (read.mock.contexts as Blob[]).reduce((sum, { size }) => sum + size, 0);
  read.mockRestore();
  expect(readBytes).toBeLessThan(1024 * 1024);
  expect(await readFrameNumber(blob)).toBe(60);
});

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

describe('a video that cannot be opened', () => {
  test.each([
    ['with sound only', 'no-video-track', () => recordMedia('audio')],
    ['with an unknown codec', 'unsupported-video', () => makeVideo({ frames: 5, codec: 'zzzz' })],
    [
      'in a format of the past',
      'unsupported-video',
      async () => new File(['RIFF0000AVI LIST'], 'a'),
    ],
    ['without frames', 'empty-video', () => makeVideo({ frames: 0 })],
    [
      'whose index is cut off',
      'damaged-video',
      async () => new File([(await bytesOf(await makeVideo({ frames: 5 }))).slice(0, 500)], 'a'),
    ],
  ])('%s is refused as %s', async (_what, code, make) => {
    const file = await make();
    expect(
      await codeOf(openVideo(file, { format: code === 'damaged-video' ? 'MP4' : 'AVI' })),
    ).toBe(code);
  });

  test('is given up after a time, and at once if it is no longer wanted', async () => {
    const file = await makeVideo({ frames: 5 });
    expect(await codeOf(openVideo(file, { timeoutMs: 0 }))).toBe('video-timeout');
    expect(await codeOf(openVideo(file, { signal: AbortSignal.abort() }))).toBe('aborted');
  });

  test.each(['cut off', 'overwritten'])(
    'where it is %s still shows what is before',
    async (how) => {
      const bytes = await bytesOf(await makeVideo({ frames: 250 }));
      const damaged =
        how === 'cut off'
          ? bytes.slice(0, bytes.length * 0.6)
          : bytes.fill(0xa5, bytes.length * 0.4);
      const reader = await open(new File([damaged], 'a.mp4'));
      const shown: unknown[] = [];
      for (const timeS of [1, 9, 1.2, 9.5, 0.2]) {
        shown.push(await frameAt(reader, timeS).then(({ number }) => number, codeIn));
      }
      expect(shown).toEqual([25, 'damaged-video', 30, 'damaged-video', 5]);
    },
  );
});

describe('frames of a whole video', () => {
  test('are spread evenly: the middle of each part', async () => {
    expect(evenTimes(60, 6)).toEqual([5, 15, 25, 35, 45, 55]);
    expect(evenTimes(2, 1)).toEqual([1]);
    const reader = await open(await makeVideo({ frames: 1500 }));
    const numbers: number[] = [];
    for (const timeS of evenTimes(reader.durationS, 6)) {
      numbers.push((await frameAt(reader, timeS)).number);
    }
    expect(numbers).toEqual([125, 375, 625, 875, 1125, 1375]);
  });

  test('are found where the scene changes, to the frame', async () => {
    const colours = ['#123', '#d80', '#2a6', '#eee'];
    const starts = [0, 83, 140, 301];
    const file = await makeVideo({
      frames: 400,
      paint(context, frame) {
        const scene = starts.findLastIndex((start) => start <= frame);
        context.fillStyle = colours[scene] ?? '#000';
        context.fillRect(0, 0, 192, 96);
      },
    });
    const reader = await open(file);
    const shares: number[] = [];
    const { timesS, searchedS } = await findScenes(reader, {
      maxScenes: 10,
      onProgress: (share) => shares.push(share),
    });
    expect(timesS.map((timeS) => Math.round(timeS * 25))).toEqual(starts);
    expect(searchedS).toBeUndefined();
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    const few = await findScenes(reader, { maxScenes: 2 });
    expect(few.timesS).toHaveLength(2);
  });

  test('are not found in a still one, and the search can be stopped and is bounded', async () => {
    const reader = await open(await makeVideo({ frames: 100, paint: () => {} }));
    expect((await findScenes(reader, { maxScenes: 10 })).timesS).toEqual([0]);
    expect(await findScenes(reader, { maxScenes: 10, maxMs: 0 })).toEqual({
      timesS: [0],
      searchedS: 0,
    });
    const control = new AbortController();
    const stopped = findScenes(reader, {
      maxScenes: 10,
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    expect(await codeOf(stopped)).toBe('aborted');
  });
});

const fit = ({ width, height }: Size): Size => {
  const scale = Math.min(1, 1568 / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

describe('a contact sheet', () => {
  test('has as large frames as the model sees whole', () => {
    const frame = { width: 1920, height: 1080 };
    const plan = planSheet(frame, 9, fit);
    expect(plan).toMatchObject({ columns: 3, rows: 3 });
    expect(fit(plan)).toEqual({ width: plan.width, height: plan.height });
    expect(plan.width).toBeGreaterThan(1560);
    const small = planSheet({ width: 192, height: 96 }, 6, fit);
    expect(small.cell).toEqual({ width: 192, height: 96 });
    expect(Math.max(small.width, small.height)).toBeLessThan(450);
  });

  test('shows each frame in its place, in reading order', async () => {
    const reader = await open(await makeVideo({ frames: 100 }));
    const timesS = [0, 0.8, 1.6, 2.4, 3.2];
    const plan = planSheet(reader, timesS.length, (size) => size);
    const blob = await writeSheet(reader, timesS, plan);
    const sheet = await createImageBitmap(blob);
    expect([sheet.width, sheet.height]).toEqual([plan.width, plan.height]);
    for (const [index, timeS] of timesS.entries()) {
      const { x, y } = cellAt(plan, index);
      const canvas = new OffscreenCanvas(plan.cell.width, plan.cell.height);
      canvas.getContext('2d')?.drawImage(sheet, -x, -y);
      expect(await readFrameNumber(await canvas.convertToBlob())).toBe(Math.round(timeS * 25));
    }
    sheet.close();
  });
});
