import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { ChatEntry } from '../../../src/chat/types.js';
import { openChat } from './chat-page.js';

const session = cdp() as unknown as {
  send: (method: string, parameters: object) => Promise<unknown>;
};

function conversation(turns: number): ChatEntry[] {
  return Array.from({ length: turns }, (_, index): ChatEntry[] => [
    {
      message: {
        id: `q${index}`,
        role: 'user',
        parts: [{ type: 'text', text: `Question ${index}` }],
      },
    },
    {
      message: {
        id: `a${index}`,
        role: 'assistant',
        parts: [
          {
            type: 'text',
            text: `Answer ${index}.\n\n- one\n- **two**\n\n\`\`\`js\nlet a = ${index};\n\`\`\``,
          },
        ],
      },
      answer: { status: 'complete', startedAtMs: 0, endedAtMs: 1 },
    },
  ]).flat();
}

const part = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-ick-part=${name}]`);
  if (!element) throw new Error(`There is no ${name}.`);
  return element;
};

const codeBlocks = (): number => document.querySelectorAll('[data-ick-part=code-block]').length;

describe('a printed page', () => {
  afterEach(() => session.send('Emulation.setEmulatedMedia', { media: '' }));

  test('holds the whole conversation, dark on white, and nothing to press', async () => {
    await openChat({ chat: { initialEntries: conversation(30), theme: 'dark' } });
    await expect.poll(codeBlocks).toBeGreaterThan(10);
    const list = part('messages');
    expect(list.scrollHeight).toBeGreaterThan(list.clientHeight);

    window.dispatchEvent(new Event('beforeprint'));
    expect(codeBlocks()).toBe(30);
    await session.send('Emulation.setEmulatedMedia', { media: 'print' });
    await expect.poll(() => list.scrollHeight - list.clientHeight).toBe(0);
    expect(list.getBoundingClientRect().height).toBeGreaterThan(3000);
    await expect.poll(() => getComputedStyle(list).color).toBe('rgb(0, 0, 0)');
    const shown = Array.from(document.querySelectorAll('[data-ick] :is(button, textarea, select)'));
    await expect.poll(() => shown.filter((control) => control.checkVisibility())).toEqual([]);
  });
});

const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};
const messages = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-ick-part=message]'),
];

const firstSeen = (): HTMLElement | undefined =>
  messages().find((message) => message.getBoundingClientRect().top > 100);

describe('messages far from what is seen', () => {
  test('are their words alone, which a search finds, and whole when the reader comes near', async () => {
    await openChat({ chat: { initialEntries: conversation(200) } });
    await expect.poll(codeBlocks).toBeGreaterThan(10);
    expect(messages()).toHaveLength(400);
    expect(messages()[1]?.textContent).toContain('let a = 0;');
    expect(messages()[1]?.querySelector('button, [data-ick-part=code-block]')).toBeNull();
    expect(codeBlocks()).toBeLessThan(40);

    part('messages').scrollTop = 0;
    await expect
      .poll(() => messages()[1]?.querySelector('[data-ick-part=code-block]'))
      .toBeTruthy();
    await expect.poll(() => messages()[0]?.querySelector('button')).toBeTruthy();
    expect(codeBlocks()).toBeLessThan(80);
  });

  test('do not move what is read while they are drawn above it', async () => {
    await openChat({ chat: { initialEntries: conversation(200) } });
    await expect.poll(codeBlocks).toBeGreaterThan(10);
    const list = part('messages');
    await frames(3);
    const movesPx: number[] = [];
    for (let step = 0; step < 30; step += 1) {
      const message = firstSeen();
      const topPx = message?.getBoundingClientRect().top ?? NaN;
      list.scrollTop -= 150;
      await frames(3);
      movesPx.push((message?.getBoundingClientRect().top ?? NaN) - topPx);
    }
    expect(movesPx.filter((px) => Math.abs(px - 150) > 2)).toEqual([]);
  });

  describe('while none of them has been drawn', () => {
    // The browser never reports what is near, as on a machine that is too busy to.
    beforeEach(() => {
      vi.spyOn(IntersectionObserver.prototype, 'observe').mockImplementation(() => {});
    });
    afterEach(() => vi.restoreAllMocks());

    test('Shift+Tab reaches each message, from the last up to the first, and then the list', async () => {
      await openChat({ chat: { initialEntries: conversation(22) } });
      await expect.poll(codeBlocks).toBe(15);
      const last = messages().at(-1)?.querySelector('button');
      last?.focus();
      expect(await visitedWith('{Shift>}{Tab}{/Shift}')).toEqual(messages().toReversed());
      await expect.poll(() => document.activeElement).toBe(part('messages'));
    });

    test('Tab reaches each message, from the list down to the last', async () => {
      await openChat({ chat: { initialEntries: conversation(22) } });
      await expect.poll(codeBlocks).toBe(15);
      part('messages').focus();
      await userEvent.keyboard('{Tab}');
      expect(await visitedWith('{Tab}')).toEqual(messages());
    });

    test('Tab and Shift+Tab pass from one section of the list to the next', async () => {
      await openChat({ chat: { initialEntries: conversation(120) } });
      await expect.poll(() => messages().length).toBe(240);
      const first = document.querySelectorAll('[data-ick-part=message-section]')[1];
      const index = messages().findIndex((message) => first?.contains(message));
      const [above, below] = [messages()[index - 1], messages()[index]];
      below?.focus();
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
      await expect.poll(() => above?.contains(document.activeElement)).toBe(true);
      for (let key = 0; key < 10 && above?.contains(document.activeElement); key += 1) {
        await userEvent.keyboard('{Tab}');
      }
      await expect.poll(() => below?.contains(document.activeElement)).toBe(true);
    });
  });
});

/** The messages that the focus comes through until it leaves them. */
async function visitedWith(key: string): Promise<readonly Element[]> {
  const visited = new Set<Element>();
  for (;;) {
    const message = document.activeElement?.closest('[data-ick-part=message]');
    if (!message) return [...visited];
    visited.add(message);
    await userEvent.keyboard(key);
  }
}

const boxes = (near: string): Element[] => [
  ...document.querySelectorAll(
    `:is([data-ick-part=message-section], [data-ick-part=message-group])${near}`,
  ),
];

describe('a conversation of 2,000 messages', () => {
  // Chromium counts the list items of the whole document again whenever style containment comes or goes.
  test('keeps the style containment of what comes near and of what goes far', async () => {
    await openChat({ chat: { initialEntries: conversation(300) } });
    await expect.poll(() => boxes('[data-near]').length).toBeGreaterThan(0);
    expect(boxes(':not([data-near])').length).toBeGreaterThan(10);
    expect(new Set(boxes('').map((box) => getComputedStyle(box).contain))).toEqual(
      new Set(['style']),
    );
  });

  test('is there as words, and scrolling through it draws only the messages that come near', async () => {
    await openChat({ chat: { initialEntries: conversation(1000) } });
    await expect.poll(() => document.querySelectorAll('article').length).toBe(2000);
    expect(codeBlocks()).toBeLessThan(40);
    const list = part('messages');
    list.scrollTop = 0;
    await expect
      .poll(() => document.querySelector('article ~ article [data-ick-part=code-block]'))
      .not.toBeNull();
    for (let step = 0; step < 60; step += 1) {
      list.scrollTop += 900;
      await new Promise(requestAnimationFrame);
    }
    expect(codeBlocks()).toBeLessThan(500);
  });
});
