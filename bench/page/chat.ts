import type { Root } from 'react-dom/client';
import type { ChatPage } from './chat-protocol.ts';
import { aiSdk } from './chat/ai-sdk.tsx';
import { assistantUi } from './chat/assistant-ui.tsx';
import type { ChatControls } from './chat/contender.ts';
import { cycle } from './chat/cycle.ts';
import { dropPhotos } from './chat/drop-photos.ts';
import { kit } from './chat/kit.tsx';
import { mount, place, until } from './chat/stage.ts';
import { watchFrames } from './chat/watch-frames.ts';
import { timed, wait } from './stopwatch.ts';

const contenders = [kit, aiSdk, assistantUi];
const SETTLE_MS = 1500;

let root: Root | undefined;
let controls: ChatControls | undefined;

const page: ChatPage = {
  kits: contenders.map(({ name }) => name),

  async show(name, plan) {
    const contender = contenders.find((one) => one.name === name);
    if (!contender) throw new Error(`no kit called ${name}`);
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

  hide() {
    root?.unmount();
    controls = undefined;
  },

  cycle,
  dropPhotos,
};

window.chat = page;
