import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Announcer, Composer } from '../../../src/parts.js';
import { useImageQueue } from '../../../src/index.js';
import { createGate } from '../../helpers/gate.js';
import { drag, fixtureFiles, openChat, pasteInto } from './chat-page.js';
import { slowImage } from './slow-image.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tileCount = () => document.querySelectorAll('[data-ick-part=tray-item]').length;
const readyCount = () =>
  document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]').length;
const answerCount = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]').length;
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';

async function write(text: string): Promise<void> {
  await userEvent.click(input());
  await userEvent.keyboard(text);
}

/** In the task that follows the drop, before anything of it can be known. */
async function pressEnter(): Promise<void> {
  await Promise.resolve();
  input()
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

describe('Send, pressed before an image has arrived,', () => {
  test('waits for one that is slow to read', async () => {
    const { bodies } = await openChat();
    await write('What is this?');
    drag('drop', document.body, await slowImage());
    await pressEnter();
    // Reading it takes several tasks of this page, and this waits for one.
    await new Promise((resolve) => setTimeout(resolve));
    expect(tileCount()).toBe(0);
    expect(document.body.textContent).toContain('Sends when images are ready');
    await expect.poll(answerCount).toBe(1);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('data:image/');
  });

  test.each(['dropped', 'pasted', 'picked'])('waits for one that was just %s', async (way) => {
    const { bodies, container } = await openChat();
    await write('What is this?');
    const transfer = await fixtureFiles('photo.jpg');
    if (way === 'dropped') drag('drop', document.body, transfer);
    if (way === 'pasted') await pasteInto(input().element(), transfer);
    if (way === 'picked') {
      const picker = container.querySelector<HTMLInputElement>('input[type=file]');
      if (!picker) throw new Error('There is no file dialog.');
      picker.files = transfer.files;
      picker.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await pressEnter();
    await expect.poll(answerCount).toBe(1);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('data:image/');
  });

  test('leaves it to the person when the image is refused, and keeps the text', async () => {
    const { bodies } = await openChat();
    await write('What is this?');
    drag('drop', document.body, await fixtureFiles('document.pdf'));
    await pressEnter();
    await expect.poll(notice).toContain('document.pdf');
    await expect.element(page.getByRole('button', { name: 'Send' })).toBeEnabled();
    expect(bodies).toHaveLength(0);
    await expect.element(input()).toHaveValue('What is this?');
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect.poll(answerCount).toBe(1);
    expect(bodies[0]).toContain('What is this?');
  });
});

describe('a composer', () => {
  test('with room for two images counts those that are there', async () => {
    await openChat({ chat: { intake: { maxFiles: 2 } } });
    drag('drop', document.body, await fixtureFiles('photo.jpg'));
    await expect.poll(readyCount).toBe(1);
    drag('drop', document.body, await fixtureFiles('quad.png', 'quad_lossy.webp'));
    await expect.poll(readyCount).toBe(2);
    await expect.poll(notice).toContain('quad_lossy.webp');
    await pasteInto(input().element(), await fixtureFiles('quad.gif'));
    await expect.poll(notice).toContain('There is no room for another image');
    await expect.poll(tileCount).toBe(2);
  });

  test('that edits a question takes what is dropped on it', async () => {
    await openChat();
    await write('First question{Enter}');
    await expect.poll(answerCount).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Edit' }));
    const box = page.getByRole('region', { name: 'Edit' });
    await expect.element(box.getByRole('textbox')).toHaveFocus();
    const transfer = await fixtureFiles('quad.png');
    drag('dragenter', box.getByRole('textbox').element(), transfer);
    expect(drag('drop', box.getByRole('textbox').element(), transfer).defaultPrevented).toBe(true);
    await expect.element(box.getByRole('listitem')).toBeVisible();
    await expect.poll(tileCount).toBe(1);
  });
});

const announced = () =>
  document.querySelector('[data-ick-part=announcer]')?.textContent?.match(/Getting images…/g) ?? [];

function WaitingComposer({ arrivals }: { arrivals: readonly Promise<void>[] }) {
  const queue = useImageQueue();
  const { waitFor } = queue;
  useEffect(() => {
    for (const arrival of arrivals) waitFor(arrival);
  }, [arrivals, waitFor]);
  const composer: Composer.RootProps['composer'] = {
    text: '',
    setText: () => {},
    queue,
    canSend: false,
    submit: async () => undefined,
    addRejections: () => {},
  };
  return (
    <Announcer>
      <Composer.Root composer={composer} data-arriving={queue.isArriving} />
    </Announcer>
  );
}

const isArriving = () => document.querySelector('form')?.getAttribute('data-arriving');

describe('images that are on their way', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('are announced once where they take their time', async () => {
    const gates = [createGate(), createGate()];
    await render(<WaitingComposer arrivals={gates.map(({ opened }) => opened)} />);
    await expect.poll(isArriving).toBe('true');
    await vi.advanceTimersByTimeAsync(10_000);
    await expect.poll(announced).toHaveLength(1);
    for (const gate of gates) gate.open();
    await expect.poll(isArriving).toBe('false');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(announced()).toHaveLength(1);
  });

  test('are not announced where they come at once', async () => {
    const gate = createGate();
    await render(<WaitingComposer arrivals={[gate.opened]} />);
    await expect.poll(isArriving).toBe('true');
    gate.open();
    await expect.poll(isArriving).toBe('false');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(announced()).toHaveLength(0);
  });
});
