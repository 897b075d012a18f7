import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import { germanWords } from '../../../src/components/words/german/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { eventually } from '../../helpers/eventually.js';
import { openChat } from './chat-page.js';

const line = () => document.querySelector<HTMLElement>('[data-ick-part=message-wait]');
const text = () => line()?.innerText ?? '';
const seconds = () => Number(/(\d+) s/.exec(text())?.[1] ?? 0);
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';
const notice = () =>
  document.querySelector<HTMLElement>('[data-ick-part=retry-countdown]')?.innerText;
const input = () => page.getByRole('textbox');

/** Faults in order, each for one request; the last is repeated. Nothing is wrong with `ok`. */
function backend(...faults: readonly string[]) {
  const asked: string[] = [];
  const respond: typeof fetch = (...request) => {
    const fault = faults[Math.min(asked.length, faults.length - 1)] ?? 'ok';
    asked.push(fault);
    return createDemoBackend({ delayMs: 0, tokensPerSecond: 0, fault })(...request);
  };
  return { asked, fetch: respond };
}

const busyForThreeSeconds: typeof fetch = () =>
  Promise.resolve(Response.json({}, { status: 429, headers: { 'retry-after': '3' } }));

async function ask(
  fetch: typeof globalThis.fetch,
  chat: Partial<ImageChatProps> = {},
  maxRetries = 2,
): Promise<void> {
  await openChat({ connection: { fetch, maxRetries }, chat });
  await input().fill('What is this?');
  await userEvent.keyboard('{Enter}');
}

/** What every element of the page measures, apart from the line that counts. */
const boxes = () =>
  Array.from(document.querySelectorAll('[data-ick-part]'), (element) => {
    const { x, y, height } = element.getBoundingClientRect();
    return [element.getAttribute('data-ick-part'), x, y, height];
  });

afterEach(async () => {
  // A chat that is waiting is left in the middle of it.
  await userEvent.keyboard('{Escape}');
});

describe('while a model thinks', () => {
  test('a quiet line counts the seconds, and nothing else moves', async () => {
    await ask(backend('head-then-silence').fetch);
    await expect.poll(text).toMatch(/The model is thinking…/);
    await expect.poll(seconds).toBeGreaterThanOrEqual(2);
    // Parts that load late may still come in; then the next second is looked at.
    await eventually(async () => {
      const [before, secondsBefore] = [boxes(), seconds()];
      await expect.poll(seconds).toBeGreaterThan(secondsBefore);
      expect(boxes()).toEqual(before);
    });
    const isSaid = /thinking/.test(said());
    expect(isSaid ? seconds() : 10).toBeGreaterThanOrEqual(10);
    await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  });

  test('is said aloud after ten seconds, once', async () => {
    await ask(backend('head-then-silence').fetch);
    // A busy page may count on late.
    await expect.poll(said).toMatch(/The model is thinking… 1\d s/);
    const saidAtSeconds = seconds();
    await expect.poll(seconds).toBeGreaterThan(saidAtSeconds);
    expect(said().match(/thinking/g)).toHaveLength(1);
    // Read when somebody goes there, never by itself.
    expect(line()?.closest('[aria-live]')?.getAttribute('aria-live')).toBe('off');
  });

  test('the line goes with the first words', async () => {
    await ask(backend('ok').fetch);
    await expect
      .poll(() => document.querySelector('article[data-role=assistant][data-status=complete]'))
      .not.toBeNull();
    await expect.poll(line).toBeNull();
  });

  test.each([
    ['German', germanWords, 'Das Modell denkt nach …'],
    ['Arabic', arabicWords, 'النموذج يفكّر…'],
  ])('%s has words for it', async (_, words, expected) => {
    await ask(backend('head-then-silence').fetch, { words });
    await expect.poll(text).toContain(expected);
  });
});

describe('where a server asks to wait', () => {
  test('the next try is counted down, and Try now makes it at once', async () => {
    const { fetch, asked } = backend('429-retry-after-20', 'ok');
    await ask(fetch);
    await expect.poll(text).toMatch(/The server asked to wait\. Trying again in \d+ s\./);
    await expect.poll(seconds).toBeLessThan(19);
    await expect.poll(() => said().match(/Trying again/g)).toHaveLength(1);
    expect(asked).toHaveLength(1);
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect
      .poll(() => document.querySelector('article[data-role=assistant][data-status=complete]'))
      .not.toBeNull();
    expect(asked).toHaveLength(2);
    await expect.poll(() => document.activeElement?.getAttribute('data-ick-part')).toBe('messages');
  });

  test('Stop gives the question back', async () => {
    const { fetch, asked } = backend('429-retry-after-20', 'ok');
    await ask(fetch);
    await expect.poll(text).toContain('Trying again');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.element(input()).toHaveValue('What is this?');
    await expect.poll(line).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test('for longer than the kit waits by itself, the failure counts down to the time', async () => {
    await ask(backend('429-retry-after-3600').fetch);
    await expect.poll(notice).toMatch(/^You can try again in (?:1 h 0 min|59 min \d+ s)\.$/);
    const before = notice();
    await expect.poll(notice).not.toBe(before);
    await expect.element(page.getByRole('button', { name: 'Try anyway' })).toBeVisible();
    expect(said()).not.toContain('You can try again');
  });

  test('the button says that it is early until the time has come, and keeps the focus', async () => {
    await ask(busyForThreeSeconds, {}, 0);
    const button = page.getByRole('button', { name: /^Try (?:anyway|again)$/ });
    await expect.element(button).toHaveTextContent('Try anyway');
    const element = button.element() as HTMLElement;
    element.focus();
    await expect.poll(() => element.textContent, { timeout: 8000 }).toBe('Try again');
    expect(notice()).toBe('You can try again now.');
    expect(document.activeElement).toBe(element);
  });
});
