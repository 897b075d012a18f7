import { createElement } from 'react';
import { ImageChat } from '../../../src/components/styled/chat/ImageChat.tsx';
import { videoFrames } from '../../../src/video.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import { makeVideo } from '../../../test/helpers/make-video.ts';
import type { VideoRun } from '../chat-protocol.ts';
import { timed, wait } from '../stopwatch.ts';
import { drop, mount, until } from './stage.ts';

const connection = { wire: openaiChat, model: 'gpt-4o', baseUrl: 'https://bench.invalid/v1' };
const intake = { fileSources: [videoFrames()] };

const FRAMES_PER_SECOND = 25;
const SIZE = { width: 1280, height: 720 };
const SCENE_S = 10;

const has = (selector: string): boolean => document.querySelector(selector) !== null;
function press(text: string): void {
  [...document.querySelectorAll('dialog button')]
    .find((button) => button.textContent.startsWith(text))
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}
const chosen = (): number => document.querySelectorAll('[data-ick-part=chosen-frames] li').length;
const ready = (): number =>
  document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]').length;

function hasPreview(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-ick-part=frame-preview]');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, 1, 1).data;
  return (pixels?.[3] ?? 0) > 0;
}

/** A video on a chat: the chooser opens, scenes are found, and their frames are added. */
export async function dropVideo(seconds: number): Promise<VideoRun> {
  const file = await makeVideo({
    ...SIZE,
    frames: seconds * FRAMES_PER_SECOND,
    paint(context, frame) {
      const timeS = frame / FRAMES_PER_SECOND;
      context.fillStyle = `hsl(${Math.floor(timeS / SCENE_S) * 97} 60% 50%)`;
      context.fillRect(0, 0, SIZE.width, SIZE.height);
    },
  });
  const root = mount(createElement(ImageChat, { connection, intake }));
  await until(() => has('textarea'));
  await wait(1000);
  let [previewMs, evenMs, scenesMs] = [0, 0, 0];
  let scenes = 0;
  const { longestGapMs, longestTaskMs } = await timed(async () => {
    let start = performance.now();
    const lap = (): number => {
      const ms = performance.now() - start;
      start = performance.now();
      return ms;
    };
    drop([file]);
    await until(hasPreview);
    previewMs = lap();
    press('Add 6 frames');
    await until(() => chosen() === 6);
    evenMs = lap();
    press('Add scene changes');
    await until(() => has('dialog progress'));
    await until(() => !has('dialog progress'));
    scenesMs = lap();
    scenes = chosen() - 6;
    press(`Add ${chosen()} images`);
    await until(() => ready() === 6 + scenes);
  });
  root.unmount();
  return {
    seconds,
    bytes: file.size,
    previewMs,
    evenMs,
    scenesMs,
    scenes,
    longestGapMs,
    longestTaskMs,
  };
}
