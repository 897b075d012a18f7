import { createElement } from 'react';
import { ImageChat } from '../../../src/components/styled/chat/ImageChat.tsx';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { PhotosRun } from '../chat-protocol.ts';
import { timed, wait } from '../stopwatch.ts';
import { drop, mount, photos, until } from './stage.ts';

const connection = { wire: openaiChat, model: 'gpt-4o', baseUrl: 'https://bench.invalid/v1' };

const tiles = (status: string) =>
  document.querySelectorAll(`[data-ick-part=tray-item][data-status=${status}]`).length;

const hasPreview = () =>
  [...document.querySelectorAll<HTMLImageElement>('[data-ick-part=tray-item] img')].some(
    ({ complete, naturalWidth }) => complete && naturalWidth > 0,
  );

/** Holiday photos on a chat, all at once. */
export async function dropPhotos(): Promise<PhotosRun> {
  const files = photos();
  const root = mount(createElement(ImageChat, { connection }));
  await until(() => document.querySelector('textarea') !== null);
  await wait(1000);
  let firstPreviewMs = Number.NaN;
  const { ms, longestGapMs, longestTaskMs } = await timed(async () => {
    const start = performance.now();
    drop(files);
    await until(hasPreview);
    firstPreviewMs = performance.now() - start;
    await until(() => tiles('ready') + tiles('failed') === files.length);
  });
  const failed = tiles('failed');
  root.unmount();
  return {
    photos: files.length,
    firstPreviewMs,
    allReadyMs: ms,
    failed,
    longestGapMs,
    longestTaskMs,
  };
}
