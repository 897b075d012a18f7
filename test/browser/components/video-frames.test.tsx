import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { germanWords } from '../../../src/components/words/german/index.js';
import { countImageTokens, type ImageChatProps } from '../../../src/index.js';
import { videoFrames } from '../../../src/video.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { makeVideo, readFrameNumber } from '../../helpers/make-video.js';
import { drag, openChat } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const chooser = () => page.getByRole('dialog', { name: /^Frames of/ });
const button = (name: string | RegExp) => chooser().getByRole('button', { name });
const tiles = () =>
  [...document.querySelectorAll('[data-ick-part=tray-item]')].map(
    (tile) => tile.getAttribute('aria-label') ?? '',
  );
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';
const chosenTimes = () =>
  [...document.querySelectorAll('[data-ick-part=chosen-frames] li')].map(
    (item) => item.textContent,
  );

async function openWith(files: readonly File[], chat: Partial<ImageChatProps> = {}) {
  const opened = await openChat({ chat: { intake: { fileSources: [videoFrames()] }, ...chat } });
  drop(files);
  return opened;
}

function drop(files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  drag('drop', document.body, transfer);
}

async function goTo(timeS: number): Promise<void> {
  await userEvent.fill(chooser().getByRole('slider', { name: 'Time' }), String(timeS));
}

async function sentNumbers(bodies: readonly string[]): Promise<number[]> {
  await userEvent.fill(input(), 'What is this?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => bodies.length).toBe(1);
  const urls = [...(bodies[0] ?? '').matchAll(/data:image\/[^"]+/g)].map(([url]) => url);
  return Promise.all(urls.map(async (url) => readFrameNumber(await (await fetch(url)).blob())));
}

/** The price beside a choice. */
function tokensOf(radio: Element): number {
  const text = radio.closest('label')?.textContent ?? '';
  return Number(/([\d,]+) tokens/.exec(text)?.[1]?.replace(',', ''));
}

describe('a video that is dropped', () => {
  test('opens a chooser, and the frames that are added are sent with their times', async () => {
    const { bodies } = await openWith([await makeVideo({ frames: 100 })]);
    await expect.element(chooser()).toBeVisible();
    await goTo(2.4);
    await userEvent.click(button('Add this frame'));
    await expect.poll(chosenTimes).toEqual(['0:02.4']);
    await goTo(0.8);
    await userEvent.click(button('Add this frame'));
    await expect.poll(chosenTimes).toEqual(['0:00.8', '0:02.4']);
    await userEvent.click(button('Add 2 images'));
    await expect.poll(tiles).toHaveLength(2);
    expect(tiles()[1]).toContain('clip.mp4, 0:02.4');
    await expect.element(chooser()).not.toBeInTheDocument();
    expect(await sentNumbers(bodies)).toEqual([20, 60]);
    expect(bodies[0]).toContain('Frame of clip.mp4 at 0:02.4');
  });

  test('offers frames spread evenly, of which each can be removed, and the keyboard suffices', async () => {
    const { bodies } = await openWith([await makeVideo({ frames: 150 })]);
    await expect.element(chooser().getByRole('slider', { name: 'Time' })).toHaveFocus();
    await userEvent.selectOptions(chooser().getByRole('combobox'), '3');
    await userEvent.click(button('Add 3 frames evenly'));
    await expect.poll(chosenTimes).toEqual(['0:01.0', '0:03.0', '0:05.0']);
    button('Remove frame at 0:03.0').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(chosenTimes).toEqual(['0:01.0', '0:05.0']);
    await expect.element(button('Remove frame at 0:05.0')).toHaveFocus();
    await userEvent.click(button('Add 2 images'));
    await expect.poll(tiles).toHaveLength(2);
    expect(await sentNumbers(bodies)).toEqual([25, 125]);
  });

  test('offers a contact sheet with its price beside that of the images', async () => {
    const { bodies } = await openWith([await makeVideo({ frames: 100, width: 960, height: 480 })]);
    await userEvent.selectOptions(chooser().getByRole('combobox'), '9');
    await userEvent.click(button('Add 9 frames evenly'));
    const sheet = chooser().getByRole('radio', { name: /^One contact sheet/ });
    const images = chooser().getByRole('radio', { name: /^9 images/ });
    await expect.element(images).toBeChecked();
    const { tokens } = countImageTokens({ width: 960, height: 480 }, 'gpt-4o');
    await expect.poll(() => tokensOf(images.element())).toBe(9 * tokens);
    await expect.poll(() => tokensOf(sheet.element())).toBeLessThan(9 * tokens);
    await userEvent.click(sheet);
    await userEvent.click(button('Add contact sheet'));
    await expect.poll(tiles).toHaveLength(1);
    expect(tiles()[0]).toContain('clip.mp4, contact sheet');
    expect(await sentNumbers(bodies)).toHaveLength(1);
    expect(bodies[0]).toContain('in reading order, at 0:00.2, 0:00.6');
  });

  test('offers the frames where the scene changes', async () => {
    const file = await makeVideo({
      frames: 100,
      paint(context, frame) {
        context.fillStyle = frame < 60 ? '#114' : '#fc8';
        context.fillRect(0, 0, 192, 96);
      },
    });
    await openWith([file]);
    await userEvent.click(button('Add scene changes'));
    await expect.poll(chosenTimes).toEqual(['0:00.0', '0:02.4']);
  });

  test('adds nothing once its chooser is closed, and the rest of the drop is added', async () => {
    const video = await makeVideo({ frames: 25 });
    await openWith([video, await loadFixture('photo.jpg')]);
    await expect.element(chooser()).toBeVisible();
    await expect.poll(tiles).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect.element(chooser()).not.toBeInTheDocument();
    expect(tiles()).toHaveLength(1);
    expect(notice()).toBe('');
    await expect.element(input()).toHaveFocus();
  });

  test('that cannot be played is refused in words, and the rest of the drop is added', async () => {
    const video = await makeVideo({ frames: 5, codec: 'zzzz' });
    await openWith([video, await loadFixture('photo.jpg')], { words: germanWords });
    await expect
      .poll(notice)
      .toMatch(/clip\.mp4: Dieses Video kann dieser Browser nicht abspielen/);
    await expect.poll(tiles).toHaveLength(1);
  });

  test('gives no more images than there is room for', async () => {
    const intake = { fileSources: [videoFrames()], maxFiles: 2 };
    await openWith([await makeVideo({ frames: 100 })], { intake });
    await userEvent.selectOptions(chooser().getByRole('combobox'), '3');
    await userEvent.click(button('Add 3 frames evenly'));
    await expect.poll(chosenTimes).toHaveLength(3);
    await expect.element(chooser().getByText(/There is room for 2 images/)).toBeVisible();
    await expect.element(button('Add 3 images')).toBeDisabled();
    await userEvent.click(chooser().getByRole('radio', { name: /^One contact sheet/ }));
    await expect.element(button('Add contact sheet')).toBeEnabled();
  });
});

describe('an animated image', () => {
  test('stays an image, unless the source opens animations', async () => {
    await openWith([await loadFixture('quad_animated.gif')]);
    await expect.poll(tiles).toHaveLength(1);
    await expect.element(chooser()).not.toBeInTheDocument();
  });

  test('opens the chooser where the app wants it', async () => {
    const intake = { fileSources: [videoFrames({ animatedImages: true })] };
    await openWith([await loadFixture('quad_animated.gif')], { intake });
    await expect.element(chooser()).toBeVisible();
    await userEvent.click(button('Add this frame'));
    await expect.poll(chosenTimes).toEqual(['0:00.0']);
    await userEvent.click(button('Add 1 image'));
    await expect.poll(tiles).toHaveLength(1);
    expect(tiles()[0]).toContain('quad_animated.gif, 0:00.0');
  });
});
