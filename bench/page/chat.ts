import type { Root } from 'react-dom/client';
import type { ChatPage } from './chat-protocol.ts';
import { aiSdk, aiSdkWithPlugins } from './chat/ai-sdk.tsx';
import { assistantUi } from './chat/assistant-ui.tsx';
import type { ChatControls, Contender } from './chat/contender.ts';
import { cycle } from './chat/cycle.ts';
import { dropPhotos } from './chat/drop-photos.ts';
import { dropVideo } from './chat/drop-video.ts';
import { kit } from './chat/kit.tsx';
import { readThrough } from './chat/read-through.ts';
import { mount, place, until } from './chat/stage.ts';
import { watchFrames } from './chat/watch-frames.ts';
import { timed, wait } from './stopwatch.ts';

const contenders = [kit, aiSdk, assistantUi];
const streamingContenders = [kit, aiSdk, aiSdkWithPlugins, assistantUi];
const SETTLE_MS = 1500;

let root: Root | undefined;
let controls: ChatControls | undefined;

function find(name: string): Contender {
  const contender = streamingContenders.find((one) => one.name === name);
  if (!contender) throw new Error(`no kit called ${name}`);
  return contender;
}

const page: ChatPage = {
  kits: contenders.map(({ name }) => name),
  streamingKits: streamingContenders.map(({ name }) => name),

  async show(name, plan) {
    const contender = find(name);
    root = mount(
      contender.render(plan, (current) => {
        controls = current;
      }),
    );
    await until(() => controls !== undefined);
    await wait(SETTLE_MS);
  },

  async stream() {
    const before = place().textContent.length;
    const frames = watchFrames();
    const { ms, longestGapMs, longestTaskMs } = await timed(async () => {
      controls?.ask();
      await until(() => controls?.isBusy());
      await until(() => controls?.isBusy() === false);
    });
    const shownCharacters = place().textContent.length - before;
    return { ms, longestGapMs, longestTaskMs, shownCharacters, ...frames.stop() };
  },

  read(name, plan) {
    const chat = find(name).render({ ...plan, tokens: 0, tokensPerSecond: 1 }, () => {});
    return readThrough(plan.messages, () => mount(chat));
  },

  hide() {
    root?.unmount();
    controls = undefined;
  },

  cycle,
  dropPhotos,
  dropVideo,
};

window.chat = page;
