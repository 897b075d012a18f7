import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { germanWords } from '../../../src/components/words/german/index.js';
import { createDemoBackend, type DemoBackend } from '../../../src/demo/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { createGate } from '../../helpers/gate.js';
import { openChat } from './chat-page.js';

const answer = () => document.querySelector('article[data-role=assistant][data-status=complete]');
const input = () => page.getByRole('textbox', { name: 'Message' });
const pointer = () => document.querySelector<HTMLElement>('[data-ick-part=quote-pointer]');

const strong = () => answer()?.querySelector('strong');
const lineEndPx = (): number => strong()?.getBoundingClientRect().bottom ?? Infinity;
const reply = 'Hello **there**.\n\n- One\n- Two';

async function firstAnswer(): Promise<void> {
  await page.getByRole('textbox').fill('Hi, you.');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => strong()?.textContent).toBe('there');
}

async function ask(chat: Partial<ImageChatProps> = {}) {
  const opened = await openChat({ demo: { reply: () => reply }, chat });
  await firstAnswer();
  return opened;
}

/** Selects from the beginning of one element to the end of another, as keys do. */
function select(from: Element | null | undefined, to: Element | null | undefined): void {
  if (!from || !to) throw new Error('There is nothing to select.');
  getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
}

afterEach(() => getSelection()?.removeAllRanges());

describe('words that are selected in an answer', () => {
  test('are quoted in front of the draft with a press below them', async () => {
    await ask();
    await input().fill('Who?');
    await userEvent.dblClick(page.getByText('there', { exact: true }));
    await expect.poll(() => pointer()?.textContent).toBe('Quote');
    await expect
      .poll(() => (pointer()?.getBoundingClientRect().top ?? 0) >= lineEndPx())
      .toBe(true);
    await userEvent.click(pointer() as HTMLElement);
    await expect.element(input()).toHaveValue('> there\n\nWho?');
    await expect.element(input()).toHaveFocus();
    await expect.poll(pointer).toBeNull();
  });

  test('are quoted by keys as an action of the message, line by line', async () => {
    await ask();
    expect(page.getByRole('button', { name: 'Quote' }).elements()).toEqual([]);
    select(answer()?.querySelector('p'), answer()?.querySelector('ul'));
    const action = page
      .getByRole('group', { name: 'Actions' })
      .getByRole('button', { name: 'Quote' });
    await expect.element(action).toBeVisible();
    (action.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(input()).toHaveValue('> Hello there.\n>\n> One\n> Two\n\n');
    await expect.element(input()).toHaveFocus();
    await expect.element(action).not.toBeInTheDocument();
  });

  test('are quoted with a tap', async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    try {
      await expect.poll(() => matchMedia('(pointer: coarse)').matches).toBe(true);
      await ask();
      select(strong(), strong());
      await expect.poll(() => pointer()?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
      // As a touch screen reports a tap; the tap takes the selection back before it counts.
      const touch = { bubbles: true, pointerType: 'touch' };
      pointer()?.dispatchEvent(new PointerEvent('pointerdown', touch));
      getSelection()?.removeAllRanges();
      await new Promise((resolve) => {
        document.addEventListener('selectionchange', resolve, { once: true });
      });
      pointer()?.dispatchEvent(new PointerEvent('pointerup', touch));
      pointer()?.click();
      await expect.element(input()).toHaveValue('> there\n\n');
      await expect.element(input()).toHaveFocus();
    } finally {
      await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
    }
  });

  test('lose the button with the selection', async () => {
    await ask();
    select(strong(), strong());
    await expect.poll(pointer).not.toBeNull();
    getSelection()?.removeAllRanges();
    await expect.poll(pointer).toBeNull();
  });

  test('are not quoted from a question, nor beyond the answer, nor where the app turns it off', async () => {
    const { screen } = await ask();
    select(strong(), strong());
    await expect.poll(pointer).not.toBeNull();
    select(document.querySelector('article[data-role=user]'), strong());
    await expect.poll(pointer).toBeNull();
    select(strong(), strong());
    await expect.poll(pointer).not.toBeNull();
    const question = document.querySelector('article[data-role=user] [data-ick-part=message-text]');
    select(question, question);
    await expect.poll(pointer).toBeNull();
    await screen.unmount();

    await ask({ quote: false, words: germanWords });
    const changed = new Promise((resolve) => {
      document.addEventListener('selectionchange', resolve, { once: true });
    });
    select(strong(), strong());
    await changed;
    expect(page.getByRole('button', { name: 'Zitieren' }).elements()).toEqual([]);
  });

  test('stay in the composer when the question behind them is accepted', async () => {
    const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, reply: () => reply });
    const accepted = createGate();
    let asked = 0;
    const fetch: DemoBackend = async (url, init) => {
      asked += 1;
      if (asked === 2) await accepted.opened;
      return backend(url, init);
    };
    await openChat({ connection: { fetch } });
    await firstAnswer();
    await input().fill('And then?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked).toBe(2);
    select(strong(), strong());
    await expect.poll(pointer).not.toBeNull();
    await userEvent.click(pointer() as HTMLElement);
    await expect.element(input()).toHaveValue('> there\n\n');
    accepted.open();
    await expect
      .poll(() => document.querySelectorAll('article[data-role=assistant][data-status=complete]'))
      .toHaveLength(2);
    await expect.element(input()).toHaveValue('> there\n\n');
  });
});
