import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import { germanWords } from '../../../src/components/words/german/index.js';
import type { ImagePart, Words } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { openChat } from './chat-page.js';

const lists = () => [...document.querySelectorAll<HTMLElement>('[data-ick-part=send-warnings]')];
const answers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]').length;

/** Goes on with a conversation at a server that has no detail. */
async function ask(words?: Partial<Words>): Promise<void> {
  const image: ImagePart = {
    type: 'image',
    id: 'earlier',
    data: { kind: 'bytes', bytes: await loadFixture('photo.jpg') },
    mediaType: 'image/jpeg',
    detail: 'high',
  };
  await openChat({
    connection: { options: { quirks: { omitDetail: true } } },
    chat: {
      ...(words && { words }),
      initialEntries: [
        {
          message: {
            id: 'q',
            role: 'user',
            parts: [image, { type: 'text', text: 'What is it?' }],
          },
        },
        {
          message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A cat.' }] },
          answer: { status: 'complete', startedAtMs: 0 },
        },
      ],
    },
  });
  for (const count of [2, 3]) {
    await expect.element(page.getByRole('textbox')).toBeVisible();
    await page.getByRole('textbox').fill('And now?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(answers).toBe(count);
  }
}

describe('what a message was sent without', () => {
  test.each([
    ['English', undefined, /^An earlier image: The detail “high” is not sent/],
    ['German', germanWords, /^Ein früheres Bild: ohne Angabe der Genauigkeit/],
    ['Arabic', arabicWords, /^صورة سابقة: أُرسلت من دون/],
  ])('stands once below the question, in %s', async (_language, words, sentence) => {
    await ask(words);
    await expect.poll(() => lists().map((list) => list.innerText)).toHaveLength(1);
    expect(lists()[0]?.innerText).toMatch(sentence);
  });
});
