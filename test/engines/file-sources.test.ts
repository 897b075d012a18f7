import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { collectImages } from '../../src/intake/collect-images.js';
import { pdfPages } from '../../src/pdf/index.js';
import { videoFrames } from '../../src/video.js';
import { findScenes } from '../../src/video/find-scenes.js';
import { openVideo } from '../../src/video/open-video.js';
import { writeFrame } from '../../src/video/write-frame.js';
import { colourName, readPixels } from '../browser/pipeline/read-pixels.js';
import { makePdf, numberedPage, pdfFile, turnedPage } from '../fixtures/pdf/make-pdf.js';
import { loadFixture } from '../helpers/load-fixture.js';
import { makeVideo, readFrameNumber } from '../helpers/make-video.js';

const A4 = { width: 595, height: 842 };
const fileSources = [pdfPages(), videoFrames({ frameCount: 4 })];

beforeAll(() => {
  // WebKitGTK crashes when it encodes the first video of a page that has not asked for a codec yet.
  document.createElement('video').canPlayType('video/webm');
});

describe('a PDF', () => {
  test('becomes images of its pages, upright', async () => {
    const { images, rejections } = await collectImages(
      [pdfFile(makePdf([numberedPage(1, A4), turnedPage(numberedPage(2, A4))]))],
      { fileSources },
    );
    expect(rejections).toEqual([]);
    expect(images.map(({ name }) => name)).toEqual(['report.pdf, page 1', 'report.pdf, page 2']);
    for (const { file } of images) {
      const { at, width, height } = await readPixels(file);
      expect(width / height).toBeCloseTo(A4.width / A4.height, 2);
      expect(colourName(at(0.05, 0.03), 40)).toBe('red');
      expect(colourName(at(0.95, 0.03), 40)).toBe('blue');
      expect(colourName(at(0.05, 0.95), 40)).toBe('white');
    }
  });

  test('that is damaged is refused, and the rest comes in', async () => {
    const damaged = pdfFile(makePdf([numberedPage(1)]).slice(0, 60), 'damaged.pdf');
    const { images, rejections } = await collectImages([damaged, await loadFixture('photo.jpg')], {
      fileSources,
    });
    expect(rejections).toMatchObject([{ code: 'damaged-pdf', name: 'damaged.pdf' }]);
    expect(images).toHaveLength(1);
  });
});

describe('a video', () => {
  test('becomes images of its frames, with their times as names', async () => {
    const { images, rejections } = await collectImages([await makeVideo({ frames: 200 })], {
      fileSources,
    });
    expect(rejections).toEqual([]);
    expect(images.map(({ name }) => name)).toEqual([
      'clip.mp4, 0:01.0',
      'clip.mp4, 0:03.0',
      'clip.mp4, 0:05.0',
      'clip.mp4, 0:07.0',
    ]);
    const numbers = await Promise.all(images.map(({ file }) => readFrameNumber(file)));
    expect(numbers).toEqual([25, 75, 125, 175]);
  });

  test('shows the frame of each time, wherever one goes', async () => {
    const reader = await openVideo(await makeVideo({ frames: 250 }));
    onTestFinished(() => reader.close());
    expect(reader.durationS).toBeCloseTo(10, 1);
    for (const timeS of [7.5, 0, 3.32, 3.36, 3.36, 0.04, 9.9]) {
      const { blob, timeS: startS } = await writeFrame(reader, timeS);
      expect([timeS, await readFrameNumber(blob)]).toEqual([timeS, Math.floor(timeS * 25 + 0.01)]);
      expect(Math.abs(startS - timeS)).toBeLessThan(1 / 25);
    }
  });

  test('is upright when it is turned', async () => {
    const reader = await openVideo(await makeVideo({ frames: 5, rotation: 90 }));
    onTestFinished(() => reader.close());
    const { at, width, height } = await readPixels((await writeFrame(reader, 0.1)).blob);
    expect([width, height]).toEqual([96, 192]);
    expect(colourName(at(0.95, 0.03), 60)).toBe('red');
    expect(colourName(at(0.05, 0.03), 60)).toBe('blue');
  });

  test('has its scene changes found, to the frame', async () => {
    const starts = [0, 83, 140];
    const colours = ['#123', '#d80', '#eee'];
    const file = await makeVideo({
      frames: 200,
      paint(context, frame) {
        context.fillStyle = colours[starts.findLastIndex((start) => start <= frame)] ?? '#000';
        context.fillRect(0, 0, 192, 96);
      },
    });
    const reader = await openVideo(file);
    onTestFinished(() => reader.close());
    const { timesS } = await findScenes(reader, { maxScenes: 10 });
    expect(timesS.map((timeS) => Math.floor(timeS * 25 + 0.1))).toEqual(starts);
  });

  test.each([
    ['with an unknown codec', 'unsupported-video', () => makeVideo({ frames: 5, codec: 'zzzz' })],
    ['without frames', 'empty-video', () => makeVideo({ frames: 0 })],
    [
      'whose index is cut off',
      'damaged-video',
      async () => new File([(await makeVideo({ frames: 5 })).slice(0, 500)], 'clip.mp4'),
    ],
  ])('%s is refused as %s, and the rest comes in', async (_what, code, make) => {
    const files = [await make(), await loadFixture('photo.jpg')];
    const { images, rejections } = await collectImages(files, { fileSources });
    expect(rejections).toMatchObject([{ code, name: 'clip.mp4' }]);
    expect(images).toHaveLength(1);
  });
});
