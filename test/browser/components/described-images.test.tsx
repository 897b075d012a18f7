import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import type { DescribeImages } from '../../../src/messages/describe-images.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tile = () => document.querySelector<HTMLElement>('[data-ick-part=tray-item]');
const notices = () =>
  Array.from(
    document.querySelectorAll<HTMLElement>('[data-ick-part=notice]'),
    (notice) => notice.innerText,
  ).join('\n');
const described = () => page.getByText('Sent as a description by another model');
const answers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]');
const notAgain = () => Promise.reject(new Error('Not again.'));
const model = 'gpt-3.5-turbo';

async function write(text: string): Promise<void> {
  await pasteInto(input().element(), await fixtureFiles('photo.jpg'));
  await expect.poll(() => tile()?.dataset['status']).toBe('ready');
  await input().fill(text);
}

describe('an image for a model that reads text only', () => {
  test('is previewed as one that will be described, sent so, shown and kept', async () => {
    const asked: string[] = [];
    const describeImages: DescribeImages = async (images) => {
      asked.push(...images.map(({ name }) => name ?? ''));
      return images.map(() => 'Two spheres on a table.');
    };
    const { bodies } = await openChat({ connection: { model }, chat: { describeImages } });
    await write('What is this?');
    await expect.poll(() => tile()?.getAttribute('aria-label')).toContain('as text');
    await expect.poll(notices).toMatch(/reads text only\. The image will be described/);
    expect(asked).toEqual([]);

    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    expect(asked).toEqual(['photo.jpg']);
    expect(bodies[0]).toContain('described by another model: photo.jpg');
    expect(bodies[0]).not.toContain('image_url');

    const text = page.getByText('Two spheres on a table.').first();
    await expect.element(text).not.toBeVisible();
    await described().click();
    await expect.element(text).toBeVisible();

    await input().fill('And behind it?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers().length).toBe(2);
    expect(asked).toHaveLength(1);
    expect(bodies[1]).toContain('Two spheres on a table.');
  });

  test('is still described after a reload', async () => {
    const conversationStore = createConversationStore<ChatEntry>({
      name: `described-${crypto.randomUUID()}`,
    });
    const chat = {
      conversationStore,
      conversationKey: 'one',
      describeImages: async () => ['A red door.'],
    };
    const first = await openChat({ connection: { model }, chat });
    await write('What is this?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await expect
      .poll(async () => JSON.stringify((await conversationStore.load('one')) ?? []))
      .toMatch(/A red door\..*"status":"complete"/);
    await first.screen.unmount();

    const second = await openChat({
      connection: { model },
      chat: { ...chat, describeImages: notAgain },
    });
    await expect.element(described()).toBeVisible();
    await input().fill('And now?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers().length).toBe(2);
    expect(second.bodies[0]).toContain('A red door.');
  });

  test('keeps its description when the question is edited after a reload', async () => {
    const initialEntries: ChatEntry[] = [
      {
        message: {
          id: 'q',
          role: 'user',
          parts: [
            {
              type: 'image',
              id: 'door',
              data: { kind: 'bytes', bytes: await loadFixture('photo.jpg') },
              mediaType: 'image/jpeg',
              detail: 'high',
              description: 'A blue door.',
            },
            { type: 'text', text: 'What is this?' },
          ],
        },
      },
      {
        message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A door.' }] },
        answer: { status: 'complete', startedAtMs: 0 },
      },
    ];
    const { bodies } = await openChat({
      connection: { model },
      chat: { describeImages: notAgain, initialEntries },
    });
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    const box = page.getByRole('region', { name: 'Edit' }).getByRole('textbox');
    await expect.poll(() => tile()?.dataset['status']).toBe('ready');
    await box.fill('What colour is it?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('A blue door.');
  });

  test('that cannot be described stays in the composer, with words and another try', async () => {
    let isOffline = true;
    const describeImages: DescribeImages = async (images) => {
      if (isOffline) throw new Error('secret detail');
      return images.map(() => 'A cat.');
    };
    const { bodies } = await openChat({ connection: { model }, chat: { describeImages } });
    await write('What is this?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(notices).toContain('could not be described');
    expect(notices()).not.toContain('secret detail');
    await expect.element(input()).toHaveValue('What is this?');
    await expect.poll(() => tile()?.dataset['status']).toBe('ready');
    expect(bodies).toEqual([]);

    isOffline = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => answers().length).toBe(1);
    expect(bodies[0]).toContain('A cat.');
  });
});
