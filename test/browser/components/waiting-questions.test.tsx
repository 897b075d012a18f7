import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { openChat, pasteInto } from './chat-page.js';

const answer = (text: string): Response =>
  new Response(
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`,
    { headers: { 'content-type': 'text/event-stream' } },
  );

/** A server that holds each answer back until the test lets it go, and refuses what the test names. */
function heldServer() {
  const bodies: string[] = [];
  const held: ((response: Response) => void)[] = [];
  return {
    bodies,
    async fetch(this: void, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init);
      bodies.push(await request.clone().text());
      return new Promise((resolve, reject) => {
        held.push(resolve);
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
    },
    async answer(text: string): Promise<void> {
      await expect.poll(() => held.length).toBeGreaterThan(0);
      held.shift()?.(answer(text));
    },
    async refuse(): Promise<void> {
      await expect.poll(() => held.length).toBeGreaterThan(0);
      held.shift()?.(
        Response.json(
          { error: { message: 'Not this one.', type: 'invalid_request_error' } },
          { status: 400 },
        ),
      );
    },
  };
}

async function photo(name: string): Promise<DataTransfer> {
  const transfer = new DataTransfer();
  transfer.items.add(await loadFixture(name));
  return transfer;
}

async function openHeldChat(chat: Parameters<typeof openChat>[0] = {}) {
  const server = heldServer();
  const opened = await openChat({ ...chat, connection: { fetch: server.fetch } });
  // Several chats may be on the page.
  const screen = page.elementLocator(opened.container);
  const text = screen.getByRole('textbox', { name: 'Message' });
  const list = screen.getByRole('list', { name: 'Waiting questions' });
  const ask = async (question: string): Promise<void> => {
    await text.fill(question);
    await userEvent.keyboard('{Enter}');
  };
  return { ...opened, screen, unmount: opened.screen.unmount, server, text, list, ask };
}

test('questions wait while an answer runs, and are sent in order, with their images', async () => {
  const { screen, server, text, list, ask, container } = await openHeldChat();
  await ask('first');
  await expect.element(screen.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect.poll(() => server.bodies.length).toBe(1);

  await pasteInto(text.element(), await photo('quad.png'));
  await text.fill('second');
  // Both buttons are there; the keyboard reaches Send first.
  await screen.getByRole('button', { name: 'Send after this answer' }).click();
  await expect.element(list.getByText('second')).toBeVisible();
  await expect.element(list.getByText('1 image')).toBeInTheDocument();
  await expect.element(text).toHaveValue('');
  await ask('third');
  await expect.element(list.getByText('third')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Stop' })).toBeVisible();
  expect(server.bodies).toHaveLength(1);

  await screen.getByRole('button', { name: 'Move waiting question 2 up' }).click();
  await expect
    .poll(() => list.getByRole('listitem').first().element().textContent)
    .toContain('third');
  await screen.getByRole('button', { name: 'Edit waiting question 2' }).click();
  await expect.element(text).toHaveValue('second');
  await expect.poll(() => container.querySelectorAll('[data-ick-part=tray-item]').length).toBe(1);
  await screen.getByRole('button', { name: 'Send after this answer' }).click();
  await expect.element(list.getByText('second')).toBeVisible();

  await server.answer('one');
  await expect.poll(() => server.bodies.length).toBe(2);
  expect(server.bodies[1]).toContain('third');
  await server.answer('two');
  await expect.poll(() => server.bodies.length).toBe(3);
  expect(server.bodies[2]).toContain('second');
  expect(server.bodies[2]).toContain('data:image/');
  await server.answer('three');
  await expect.element(list).not.toBeInTheDocument();
  await expect.element(screen.getByText('three')).toBeVisible();
  expect(server.bodies).toHaveLength(3);
});

test('they are moved up and down by keyboard, and the focus goes with them', async () => {
  const { screen, server, list, ask } = await openHeldChat();
  const order = () =>
    list
      .getByRole('listitem')
      .elements()
      .map((row) => row.querySelector('bdi')?.textContent);
  const button = (name: string) => screen.getByRole('button', { name });
  await ask('first');
  await expect.poll(() => server.bodies.length).toBe(1);
  for (const question of ['a', 'b', 'c']) {
    // oxlint-disable-next-line no-await-in-loop -- One after another.
    await ask(question);
    // oxlint-disable-next-line no-await-in-loop -- One after another.
    await expect.element(list.getByText(question, { exact: true })).toBeVisible();
  }
  await expect.element(button('Move waiting question 1 up')).not.toBeInTheDocument();
  await expect.element(button('Move waiting question 3 down')).not.toBeInTheDocument();

  (button('Move waiting question 1 down').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(order).toEqual(['b', 'a', 'c']);
  await expect.element(button('Move waiting question 2 down')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(order).toEqual(['b', 'c', 'a']);
  // In last place, the way back.
  await expect.element(button('Move waiting question 3 up')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(order).toEqual(['b', 'a', 'c']);
  await expect.element(button('Move waiting question 2 up')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(order).toEqual(['a', 'b', 'c']);
  await expect.element(button('Move waiting question 1 down')).toHaveFocus();
});

test('the arrow up brings back the last one that waits with its images, then the last one sent', async () => {
  const { screen, server, text, list, ask, container } = await openHeldChat();
  await ask('first');
  await expect.poll(() => server.bodies.length).toBe(1);
  await ask('second');
  await expect.element(list.getByText('second')).toBeVisible();
  await pasteInto(text.element(), await photo('quad.png'));
  await text.fill('third');
  await screen.getByRole('button', { name: 'Send after this answer' }).click();
  await expect.element(list.getByText('third')).toBeVisible();

  await text.click();
  await expect.element(text).toHaveValue('');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(text).toHaveValue('third');
  await expect.poll(() => container.querySelectorAll('[data-ick-part=tray-item]').length).toBe(1);
  await expect.element(list.getByText('third')).not.toBeInTheDocument();
  await expect.element(list.getByText('second')).toBeVisible();

  await text.fill('');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(text).toHaveValue('second');
  await expect.element(list).not.toBeInTheDocument();
  await text.fill('');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(text).toHaveValue('first');
});

test('what the server has not accepted yet does not wait a second time', async () => {
  const { screen, server, text, list, container } = await openHeldChat();
  const ready = () =>
    container.querySelectorAll('[data-ick-part=tray-item][data-status=ready]').length;
  await pasteInto(text.element(), await photo('quad.png'));
  await text.fill('first');
  await expect.poll(ready).toBe(1);
  await userEvent.keyboard('{Enter}{Enter}{Enter}');
  await expect.poll(() => server.bodies.length).toBe(1);

  // It has left the composer, which is free for the next question.
  await expect.element(text).toHaveValue('');
  await expect.poll(ready).toBe(0);
  await pasteInto(text.element(), await photo('photo.jpg'));
  await expect.poll(ready).toBe(1);
  await text.fill('and second');
  await userEvent.keyboard('{Enter}');
  await expect.element(list.getByText('and second')).toBeVisible();
  await expect.element(list.getByText('1 image')).toBeInTheDocument();
  await expect.element(text).toHaveValue('');
  expect(list.getByRole('listitem').elements()).toHaveLength(1);

  await server.answer('One.');
  await expect.poll(() => server.bodies.length).toBe(2);
  const last = (JSON.parse(server.bodies[1] ?? '') as { messages: unknown[] }).messages.at(-1);
  expect(JSON.stringify(last)).toContain('and second');
  expect(JSON.stringify(last).match(/data:image/g)).toHaveLength(1);
  await server.answer('Two.');
  await expect.element(screen.getByText('Two.')).toBeVisible();
  await expect.element(text).toHaveValue('');
  await expect.poll(() => container.querySelectorAll('[data-ick-part=tray-item]').length).toBe(0);
});

test('Stop pauses them, and Send next goes on; a removal can be undone', async () => {
  const { screen, server, list, ask } = await openHeldChat();
  await ask('first');
  await expect.poll(() => server.bodies.length).toBe(1);
  await ask('second');
  await expect.element(list.getByText('second')).toBeVisible();
  await ask('third');
  await expect.element(list.getByText('third')).toBeVisible();
  await screen.getByRole('button', { name: 'Remove waiting question 1' }).click();
  await expect.element(list.getByText('second')).not.toBeInTheDocument();
  await screen.getByRole('button', { name: /^Undo: Waiting question 1/ }).click();
  await expect.element(list.getByText('second')).toBeVisible();

  await screen.getByRole('button', { name: 'Stop' }).click();
  await expect
    .element(screen.getByRole('region', { name: 'Paused, because an answer was stopped.' }))
    .toBeVisible();
  expect(server.bodies).toHaveLength(1);
  await screen.getByRole('button', { name: 'Send next' }).click();
  await expect.poll(() => server.bodies.length).toBe(2);
  expect(server.bodies[1]).toContain('second');
});

test('a question that is refused stays in first place with the reason, and the rest waits', async () => {
  const { screen, server, text, list, ask } = await openHeldChat();
  await ask('first');
  await expect.poll(() => server.bodies.length).toBe(1);
  await ask('second');
  await expect.element(list.getByText('second')).toBeVisible();
  await ask('third');
  await expect.element(list.getByText('third')).toBeVisible();
  await server.answer('one');
  await server.refuse();
  await expect
    .element(screen.getByRole('region', { name: /the next question was not accepted: \S/ }))
    .toBeVisible();
  await expect.element(list.getByText('second')).toBeVisible();
  await expect.element(list.getByText('third')).toBeVisible();
  expect(server.bodies).toHaveLength(2);

  // Edited, it goes to the end; the rest goes on at a press, and nothing is sent twice.
  await screen.getByRole('button', { name: 'Edit waiting question 1' }).click();
  await expect.element(text).toHaveValue('second');
  await screen.getByRole('button', { name: 'Send next' }).click();
  await server.answer('three');
  await expect.element(list).not.toBeInTheDocument();
  await expect.element(screen.getByText('three')).toBeVisible();
  await ask('second, in other words');
  await server.answer('two');
  await expect.element(screen.getByText('two', { exact: true })).toBeVisible();
  const asked = server.bodies.map(
    (body) => (JSON.parse(body) as { messages: { content: string }[] }).messages.at(-1)?.content,
  );
  expect(asked).toEqual(['first', 'second', 'third', 'second, in other words']);
});

test('they survive a reload, and of two tabs only one sends them', async () => {
  const key = `waiting-${crypto.randomUUID()}`;
  const stored = { chat: { draftKey: key, conversationKey: key } };
  try {
    const before = await openHeldChat(stored);
    await before.ask('first');
    await expect.poll(() => before.server.bodies.length).toBe(1);
    await before.ask('second');
    await expect.element(before.list.getByText('second')).toBeVisible();
    await before.unmount();

    const one = await openHeldChat(stored);
    await expect.element(one.list.getByText('second')).toBeVisible();
    const two = await openHeldChat(stored);
    await expect.element(two.list.getByText('second')).toBeVisible();
    await one.screen.getByRole('button', { name: 'Send next' }).click();
    await expect.poll(() => one.server.bodies.length).toBe(1);
    // While it is in flight in one tab, the other does not send it.
    await two.screen.getByRole('button', { name: 'Send next' }).click();
    await expect
      .element(two.screen.getByRole('region', { name: /in another tab\.$/ }))
      .toBeVisible();
    await one.server.answer('two');
    await expect.element(one.list).not.toBeInTheDocument();
    await expect.element(two.list).not.toBeInTheDocument();
    expect(one.server.bodies).toHaveLength(1);
    expect(two.server.bodies).toHaveLength(0);
  } finally {
    await createConversationStore().clearAll();
    await createDraftStore().clearAll();
  }
});
