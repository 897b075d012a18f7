import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { germanWords } from '../../../src/components/words/german/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { openChat } from './chat-page.js';

/**
 * Headless browsers have no voices: what they would read is kept here. The utterances and their events are the browser's own.
 */
let spoken: SpeechSynthesisUtterance[];
const cancel = vi.fn();

beforeEach(() => {
  spoken = [];
  cancel.mockReset();
  vi.stubGlobal('speechSynthesis', {
    cancel,
    speak: (utterance: SpeechSynthesisUtterance) => spoken.push(utterance),
  });
});
afterEach(() => vi.unstubAllGlobals());

const texts = () => spoken.map(({ text }) => text);
const languages = () => [...new Set(spoken.map(({ lang }) => lang))];
const answers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]');

async function ask(chat: Partial<ImageChatProps>, ...replies: string[]): Promise<void> {
  const questions = replies.length;
  await openChat({ demo: { reply: () => replies.shift() }, chat });
  for (let asked = 1; asked <= questions; asked += 1) {
    await page.getByRole('textbox').fill('Hi');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers().length).toBe(asked);
  }
}

const markdown = `# A *short* list

1. The **total** is [4.50 EUR](https://shop.example/1).
2. \`sum()\` adds it up, as $a+b$.

\`\`\`ts title="src/sum.ts"
const sum = 1;
\`\`\`

| Item | EUR |
| --- | --- |
| Bread | 3.90 |`;

test('the words of an answer are read without signs of markdown, and code is named', async () => {
  await ask({ readAloud: true }, markdown);
  // Until it is rendered a formula is its source, which is named as well.
  await expect.poll(() => document.querySelector('[data-ick-part=code-block]')).not.toBeNull();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect
    .poll(texts)
    .toEqual([
      'A short list',
      'The total is 4.50 EUR.',
      'sum() adds it up, as formula.',
      'Code: src/sum.ts.',
      'Item, EUR',
      'Bread, 3.90',
    ]);
  expect(languages()).toEqual(['en']);
});

test('a second press stops it, and its end is noticed', async () => {
  await ask({ readAloud: true }, 'One. **Two.**');
  const button = page.getByRole('button', { name: 'Read aloud' });
  const stop = page.getByRole('button', { name: 'Stop reading' });
  await button.click();
  await expect.element(stop).toHaveFocus();
  cancel.mockReset();
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toBeVisible();
  expect(cancel).toHaveBeenCalledTimes(1);

  await button.click();
  await expect.poll(() => spoken.length).toBe(2);
  const last = spoken.at(-1);
  if (last) last.dispatchEvent(new SpeechSynthesisEvent('end', { utterance: last }));
  await expect.element(button).toBeVisible();
});

test('another answer takes its place, and it ends with its message', async () => {
  await ask({ readAloud: true }, 'The first.', 'The second.');
  const buttons = page.getByRole('button', { name: 'Read aloud' });
  await buttons.first().click();
  await expect.element(page.getByRole('button', { name: 'Stop reading' })).toBeVisible();
  expect(texts()).toEqual(['The first.']);
  await buttons.click();
  await expect.poll(texts).toEqual(['The first.', 'The second.']);
  await expect
    .poll(() => page.getByRole('button', { name: 'Stop reading' }).elements().length)
    .toBe(1);
  cancel.mockReset();
  await page.getByRole('button', { name: 'Remove' }).last().click();
  await expect.poll(() => answers().length).toBe(1);
  await expect.poll(() => cancel.mock.calls.length).toBe(1);
});

test('it is read in the language of the words', async () => {
  await ask({ readAloud: true, words: germanWords }, 'Brot.');
  await page.getByRole('button', { name: 'Vorlesen' }).click();
  await expect.poll(languages).toEqual(['de']);
});

const withFrench: ImageChatProps['renderPart'] = {
  text: () => (
    <>
      <p>Bread is</p>
      <p lang="fr">du pain.</p>
    </>
  ),
};

test('a language that the text has itself is kept', async () => {
  await ask({ readAloud: true, renderPart: withFrench }, 'Bread is du pain.');
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect
    .poll(() => spoken.map(({ text: said, lang }) => [said, lang]))
    .toEqual([
      ['Bread is', 'en'],
      ['du pain.', 'fr'],
    ]);
});

test('a failure is said beside the button, and announced', async () => {
  await ask({ readAloud: true }, 'Hello.');
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect.poll(() => spoken.length).toBe(1);
  const [utterance] = spoken as [SpeechSynthesisUtterance];
  utterance.dispatchEvent(
    new SpeechSynthesisErrorEvent('error', { utterance, error: 'synthesis-failed' }),
  );
  const failure = 'The answer could not be read aloud. Try again.';
  await expect.element(page.getByRole('group').getByText(failure)).toBeVisible();
  await expect
    .poll(() => document.querySelector('[data-ick-part=announcer]')?.textContent)
    .toContain(failure);
  await expect.element(page.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});

test('it is off by default', async () => {
  await ask({}, 'Hello.');
  await expect.element(page.getByRole('button', { name: 'Regenerate' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Read aloud' }).elements()).toEqual([]);
});

const ownActions: ImageChatProps['messageActions'] = ({ actions }) => (
  <section aria-label="own actions">
    {actions.readAloud}
    {actions.copy}
  </section>
);

test('it is an action that an app can move', async () => {
  await ask({ readAloud: true, messageActions: ownActions }, 'Hello.');
  const own = page.getByRole('region', { name: 'own actions' }).last();
  await expect.element(own.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});

test('it is not offered where the browser cannot speak', async () => {
  // Without an answer that has the button, nothing says that its code has loaded.
  await ask({ readAloud: true }, 'Hello.');
  await expect.element(page.getByRole('button', { name: 'Read aloud' })).toBeVisible();
  vi.stubGlobal('speechSynthesis', undefined);
  await page.getByRole('button', { name: 'Regenerate' }).click();
  await expect.element(page.getByText('2/2')).toBeVisible();
  await expect.poll(() => page.getByRole('button', { name: 'Read aloud' }).elements()).toEqual([]);
});
