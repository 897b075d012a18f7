/** What a person sees of each failure, and what is kept, over real HTTP to the demo backend. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Connection } from '../../../src/index.js';
import { drag, fixtureFiles, openChat } from './chat-page.js';

const QUESTION = 'What is on the image?';
const input = () => page.getByRole('textbox', { name: 'Message', exact: true });
const readyTiles = () => document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]');
const answers = (status: string) =>
  document.querySelectorAll(`article[data-role=assistant][data-status=${status}]`);
const answer = () => document.querySelector('article[data-role=assistant]')?.textContent ?? '';
const asked = () => document.querySelectorAll('article[data-role=user] img').length;
const seen = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';
const ending = () =>
  document.querySelector('[data-ick-part=message-ending], [data-ick-part=notice]')?.textContent ??
  '';

interface Asked {
  /** Ends the fault. */
  heal: () => void;
  /** Lets a connection break that has waited for the page to read what it sent. */
  release: () => Promise<unknown>;
}

/** Asks about an image. The fault goes away when the test heals it; `demoEndpoint` answers over HTTP. */
async function askWith(fault: string, more: Partial<Connection> = {}): Promise<Asked> {
  let header: string | undefined = fault;
  const hold = crypto.randomUUID();
  await openChat({
    connection: {
      baseUrl: `${location.origin}/demo-backend/v1`,
      fetch: (...request) => globalThis.fetch(...request),
      headers: () => (header === undefined ? [] : { 'x-demo-fault': header, 'x-demo-hold': hold }),
      ...more,
    },
  });
  drag('drop', document.body, await fixtureFiles('quad.png'));
  await expect.poll(() => readyTiles().length).toBe(1);
  await userEvent.fill(input(), QUESTION);
  await userEvent.keyboard('{Enter}');
  return {
    heal: () => (header = undefined),
    release: () => fetch(`${location.origin}/demo-backend/release/${hold}`, { method: 'POST' }),
  };
}

async function expectQuestionInComposer(): Promise<void> {
  await expect.element(input()).toHaveValue(QUESTION);
  await expect.poll(() => readyTiles().length).toBe(1);
  await expect.poll(asked).toBe(0);
}

async function expectQuestionInConversation(): Promise<void> {
  await expect.poll(asked).toBe(1);
  await expect.element(input()).toHaveValue('');
  await expect.poll(() => readyTiles().length).toBe(0);
}

describe('a question that is not accepted stays in the composer with its image, and can be sent again', () => {
  test.each([
    { fault: '401', says: /did not accept the sign-in/ },
    { fault: '413-json', says: /too large/ },
    { fault: '413-html', says: /too large/ },
    { fault: '429-retry-after-3600', says: /You can try again in/ },
    { fault: '500', says: /internal error/ },
    { fault: '502-html', says: /internal error/ },
  ])('$fault', async ({ fault, says }) => {
    const { heal } = await askWith(fault);
    await expect.poll(seen).toMatch(says);
    await expectQuestionInComposer();
    heal();
    await userEvent.click(page.getByRole('button', { name: /^Try (?:again|anyway)$/ }));
    await expect.poll(() => answers('complete').length).toBe(1);
    await expect.poll(asked).toBe(1);
    await expect.element(input()).toHaveValue('');
    await expect.poll(seen).toBe('');
  });

  test('a server that stays silent', async () => {
    await askWith('no-first-byte', { firstByteTimeoutMs: 400 });
    await expect.poll(seen).toMatch(/did not begin to answer within 0\.4 s/);
    await expectQuestionInComposer();
  });

  test('an address that cannot be reached', async () => {
    // The browser connects to no such port.
    await askWith('', { baseUrl: 'http://127.0.0.1:9/v1' });
    await expect.poll(seen).toMatch(/^127\.0\.0\.1:9 cannot be reached/);
    await expectQuestionInComposer();
  });
});

describe('a question without an answer stays in the conversation, and can be asked again', () => {
  test.each([
    { fault: 'html-200', says: /most likely a web page/ },
    { fault: 'empty-200', says: /sent an empty answer/ },
  ])('$fault', async ({ fault, says }) => {
    const { heal } = await askWith(fault);
    await expect.poll(seen).toMatch(says);
    await expectQuestionInConversation();
    heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => answers('complete').length).toBe(1);
    await expectQuestionInConversation();
    await expect.poll(seen).toBe('');
  });
});

describe('an answer that breaks off is kept as far as it came, says so, and can be asked for again', () => {
  test.each([
    { fault: 'truncated', says: /ends in the middle/ },
    { fault: 'truncated-mid-event', says: /ends in the middle/ },
    { fault: 'reset-mid-stream', says: /broke/ },
    { fault: 'error-event-mid-stream', says: /stopped its answer with an error/ },
    { fault: 'bad-json-chunk', says: /not valid JSON/ },
  ])('$fault', async ({ fault, says }) => {
    const { heal, release } = await askWith(fault);
    await expect.poll(answer).toContain('This is the demo');
    await release();
    await expect.poll(() => answers('incomplete').length).toBe(1);
    await expect.poll(ending).toMatch(says);
    await expect.poll(answer).toContain('This is the demo');
    await expectQuestionInConversation();
    heal();
    await userEvent.click(page.getByRole('button', { name: /^(?:Try again|Regenerate)$/ }).first());
    await expect.poll(() => answers('complete').length).toBe(1);
    await expectQuestionInConversation();
    await expect.poll(ending).toBe('');
  });

  test('a server that falls silent', async () => {
    // Long enough that a busy machine is not taken for silence before the first words.
    await askWith('stall-mid-stream', { stallTimeoutMs: 4000 });
    await expect.poll(ending).toMatch(/nothing arrived for 4 s/);
    await expect.poll(() => answers('incomplete')[0]?.textContent).toContain('This is the demo');
    await expectQuestionInConversation();
  });
});
