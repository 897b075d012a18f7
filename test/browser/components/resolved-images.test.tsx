import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ImageChat } from '../../../src/components/styled/chat/ImageChat.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import type { ResolveImageUrl } from '../../../src/messages/image-urls.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const connection = { baseUrl: 'https://demo.example/v1', wire: openaiChat, model: 'gpt-4o' };

const entries: readonly ChatEntry[] = [
  {
    message: {
      id: 'q',
      role: 'user',
      parts: [
        {
          type: 'image',
          id: 'photo',
          data: { kind: 'url', url: 'https://images.example/photo' },
          mediaType: 'image/png',
          detail: 'auto',
        },
        { type: 'text', text: 'What is this?' },
      ],
    },
  },
];

/** An address that nothing can be loaded from any more. */
function expiredUrl(): string {
  const url = URL.createObjectURL(new Blob(['gone']));
  URL.revokeObjectURL(url);
  return url;
}

async function show(
  isGood: (count: number) => boolean,
  otherwise = expiredUrl,
): Promise<readonly boolean[]> {
  const good = URL.createObjectURL(await loadFixture('quad.png'));
  const calls: boolean[] = [];
  const resolveImageUrl: ResolveImageUrl = async (_image, { wasRefused }) => {
    calls.push(wasRefused);
    return isGood(calls.length) ? good : otherwise();
  };
  await render(
    <ImageChat
      connection={connection}
      initialEntries={entries}
      resolveImageUrl={resolveImageUrl}
    />,
  );
  return calls;
}

const width = (): number =>
  document.querySelector<HTMLImageElement>('[data-ick-part="message-image"]')?.naturalWidth ?? 0;

test('an image whose address has expired is shown from a new one, without a press', async () => {
  const calls = await show((count) => count > 1);
  await expect.poll(width).toBeGreaterThan(0);
  expect(calls).toEqual([false, true]);
});

const rejected = (): string => {
  throw new Error('The server does not sign addresses.');
};

test.each([
  ['stays out of reach', expiredUrl],
  ['gets no address', rejected],
])('an image that %s says so, and Try again loads it', async (_, otherwise) => {
  let isDown = true;
  await show(() => !isDown, otherwise);
  await expect.element(page.getByText('This image could not be loaded.')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(width).toBeGreaterThan(0);
});
