import { createElement } from 'react';
import type { Connection } from '../../../src/chat/types.ts';
import { ImageChat } from '../../../src/components/styled/chat/ImageChat.tsx';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { CycleRun } from '../chat-protocol.ts';
import { countObjectUrls } from '../count-object-urls.ts';
import { wait } from '../stopwatch.ts';
import { drop, mount, photos, until } from './stage.ts';

const IMAGE_EVERY = 20;
/** Until collected: what a page leaves to its idle moments included. */
const SETTLE_MS = 1500;

const connection: Connection = {
  wire: openaiChat,
  model: 'gpt-4o',
  baseUrl: 'https://bench.invalid/v1',
};

const objectUrls = countObjectUrls();

async function collectedHeap(): Promise<number> {
  await wait(SETTLE_MS);
  for (let round = 0; round < 3; round += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await wait(50);
  }
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}

/** Mounts the whole chat and takes it away again, every twentieth time with an image in its tray. */
export async function cycle(times: number): Promise<CycleRun> {
  const [photo] = photos();
  let withImage = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const root = mount(createElement(ImageChat, { connection }));
    await until(() => document.querySelector('textarea') !== null);
    if (photo && turn % IMAGE_EVERY === 0) {
      drop([photo]);
      await until(() => document.querySelector('[data-ick-part=tray-item][data-status=ready]'));
      withImage += 1;
    }
    root.unmount();
  }
  const heapBytes = await collectedHeap();
  return { cycles: times, withImage, objectUrls: objectUrls(), heapBytes };
}
