/** Videos made by `test/helpers/make-video.ts`: other engines have no encoder. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openVideo } from '../../src/video/open-video.js';
import { writeFrame } from '../../src/video/write-frame.js';
import { readFrameNumber } from '../helpers/make-video.js';

async function load(name: string): Promise<File> {
  const response = await fetch(new URL(`../fixtures/videos/${name}`, import.meta.url));
  return new File([await response.arrayBuffer()], name, { type: 'video/mp4' });
}

const canPlay = document.createElement('video').canPlayType('video/mp4; codecs="vp09.00.10.08"');

describe.skipIf(canPlay === '')('a video', () => {
  test('gives the frame of each time, within one frame', async () => {
    const reader = await openVideo(await load('clip.mp4'));
    onTestFinished(() => reader.close());
    expect(reader).toMatchObject({ width: 192, height: 96 });
    expect(reader.durationS).toBeCloseTo(3, 1);
    for (const timeS of [2.5, 0.02, 1.7, 2.98]) {
      const { blob } = await writeFrame(reader, timeS);
      const shown = await readFrameNumber(blob);
      expect([timeS, Math.abs(shown - Math.floor(timeS * 25)) <= 1]).toEqual([timeS, true]);
    }
  });

  test('that was turned is upright', async () => {
    const reader = await openVideo(await load('turned.mp4'));
    onTestFinished(() => reader.close());
    expect(reader).toMatchObject({ width: 96, height: 192 });
  });
});
