import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEntry } from '../../../src/chat/types.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { openChat } from './chat-page.js';

/** Of the page's own server: a request for it would be answered, and is seen. */
const served = new URL('../../fixtures/images/quad.png', import.meta.url).href;
const asked = (query: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(query)).length;
const load = () =>
  page.getByRole('dialog').getByRole('button', { name: `Image on ${location.host}: Load` });
const largeImage = () =>
  document.querySelector<HTMLImageElement>('[data-ick-part=lightbox-picture]');

// The list holds 250 entries, and the page's own modules fill it.
beforeEach(() => performance.clearResourceTimings());

function image(id: string, data: ImagePart['data'], more?: Partial<ImagePart>): ImagePart {
  return { type: 'image', id, data, mediaType: 'image/png', detail: 'auto', ...more };
}

function remote(query: string, more?: Partial<ImagePart>): ImagePart {
  return image(query, { kind: 'url', url: `${served}${query}` }, more);
}

async function openConversation(role: 'user' | 'assistant', more: Partial<ImagePart>) {
  const bytes = await loadFixture('quad.png');
  const parts: ChatEntry['message']['parts'] = [
    image('own', { kind: 'bytes', bytes }),
    remote(`?${role}-second`, more),
    remote(`?${role}-third`, more),
    { type: 'text', text: 'Look at @image2' },
  ];
  await openChat({ chat: { initialEntries: [{ message: { id: 'm', role, parts } }] } });
  const first = page.getByRole('button', { name: 'Open image 1' });
  await expect.element(first).toBeVisible();
  first.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => largeImage()?.naturalWidth).toBeGreaterThan(0);
}

/** Waits for a later request of the page: one that should not be there has been seen by then. */
async function laterRequest(): Promise<void> {
  await (await fetch(`${served}?later`, { cache: 'no-store' })).blob();
  await expect.poll(() => asked('?later')).toBeGreaterThan(0);
}

test.for([
  ['of an answer', 'assistant', {}],
  ['that a person attached as a link', 'user', { loadsOnPress: true }],
] as const)(
  'an image %s is not asked for by turning to it, only by a press',
  async ([, role, more]) => {
    await openConversation(role, more);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByText('3 of 3')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(load()).toBeVisible();
    await laterRequest();
    expect([asked(`?${role}-second`), asked(`?${role}-third`)]).toEqual([0, 0]);

    load().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => largeImage()?.naturalWidth).toBeGreaterThan(0);
    // The browser notes a request a moment after its image is shown.
    await expect.poll(() => [asked(`?${role}-second`), asked(`?${role}-third`)]).toEqual([1, 0]);

    // The keys of the dialog go on, and what was loaded once does not wait again.
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(load()).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(load()).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Open image 2' })).toBeVisible();
  },
);

test('a mention of a link opens it without asking for it, and shows no preview of it', async () => {
  const link = remote('?mentioned', { loadsOnPress: true });
  const parts = [link, { type: 'text', text: 'Look at @image1' }] as const;
  await openChat({ chat: { initialEntries: [{ message: { id: 'm', role: 'user', parts } }] } });
  const mention = page.getByRole('button', { name: 'Image 1', exact: true });
  await userEvent.hover(mention);
  await laterRequest();
  expect(mention.element().querySelector('img')).toBeNull();
  await userEvent.click(mention);
  await expect.element(load()).toBeVisible();
  await laterRequest();
  expect(asked('?mentioned')).toBe(0);

  await userEvent.click(load());
  await expect.poll(() => asked('?mentioned')).toBe(1);
  await userEvent.keyboard('{Escape}');
  await userEvent.unhover(mention);
  await userEvent.hover(mention);
  await expect.poll(() => mention.element().querySelector('img')?.naturalWidth).toBeGreaterThan(0);
});

test('a link that the app itself put into a question is shown at once', async () => {
  const parts = [remote('?by-the-app'), remote('?by-the-app-too')];
  await openChat({ chat: { initialEntries: [{ message: { id: 'm', role: 'user', parts } }] } });
  await userEvent.click(page.getByRole('button', { name: 'Open image 1' }));
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => largeImage()?.naturalWidth).toBeGreaterThan(0);
});
