import type { Root } from 'react-dom/client';
import type { ReadingRun } from '../chat-protocol.ts';
import { timed, wait } from '../stopwatch.ts';
import { place } from './stage.ts';
import { SLOW_MS } from './watch-frames.ts';

/** Parts of a message may tell its role again. */
const MESSAGES = '[data-role]:not([data-role] *)';
/** Nearly a screen with each frame: what a wheel that is spun does. */
const STEP_PX = 600;
const JUMP_FRAMES = 40;
const SETTLE_MS = 1500;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

const shown = (): HTMLElement[] => [...place().querySelectorAll<HTMLElement>(MESSAGES)];

/** What scrolls the messages. */
function scrollerOf(message: Element | undefined): HTMLElement {
  for (let element = message?.parentElement; element; element = element.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  }
  throw new Error('nothing scrolls');
}

/** How far the frames of some work are apart. */
async function framesOf(work: () => boolean): Promise<number[]> {
  const framesMs: number[] = [];
  let last = await nextFrame();
  for (let goesOn = true; goesOn;) {
    goesOn = work();
    const now = await nextFrame();
    framesMs.push(now - last);
    last = now;
  }
  return framesMs;
}

/** Shows a conversation of so many messages and scrolls through it, from the first to the last. */
export async function readThrough(messages: number, show: () => Root): Promise<ReadingRun> {
  const {
    ms: mountMs,
    longestTaskMs,
    value: root,
  } = await timed(async () => {
    const mounted = show();
    while (shown().length < messages) await nextFrame();
    // With the second frame after that, the first is on the screen.
    await nextFrame();
    await nextFrame();
    return mounted;
  });
  await wait(SETTLE_MS);
  const elements = place().querySelectorAll('*').length;
  const scroller = scrollerOf(shown()[0]);
  const heightBefore = scroller.scrollHeight;
  scroller.scrollTop = heightBefore;
  await nextFrame();

  let frame = 0;
  const jump = await framesOf(() => {
    if (frame === 0) scroller.scrollTop = 0;
    frame += 1;
    return frame < JUMP_FRAMES;
  });
  const framesMs = await framesOf(() => {
    const before = scroller.scrollTop;
    scroller.scrollTop += STEP_PX;
    return scroller.scrollTop > before;
  });
  const heightAfter = scroller.scrollHeight;
  root.unmount();
  return {
    mountMs,
    longestTaskMs,
    elements,
    jumpFrameMs: Math.max(...jump),
    steps: framesMs.length,
    medianFrameMs: framesMs.toSorted((a, b) => a - b)[Math.floor(framesMs.length / 2)] ?? NaN,
    longestFrameMs: Math.max(...framesMs),
    slowFrames: framesMs.filter((frameMs) => frameMs > SLOW_MS).length,
    heightError: Math.abs(heightAfter - heightBefore) / heightAfter,
  };
}
