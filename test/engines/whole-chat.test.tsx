/** One job with the real interface, as a person does it: two images, a question, an answer, and everything back later. */
import { expect, test } from 'vitest';
import { page, userEvent, type Locator, type UserEvent } from 'vitest/browser';
import { drag, fixtureFiles, openChat } from '../browser/components/chat-page.js';
import { demoConnection } from '../helpers/demo-connection.js';
import { createGate } from '../helpers/gate.js';

/**
 * Without `delay: null` the events that Vitest simulates in Firefox and WebKit wait for a fake clock, which is not there.
 * In Chromium it sends real ones, and takes no options.
 */
const person = (userEvent.setup as (options: { delay: null }) => UserEvent)({ delay: null });

const input = () => page.getByRole('textbox', { name: 'Message', exact: true });
const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const readyTiles = () =>
  Array.from(
    document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]'),
    ({ textContent }) => textContent,
  );
const answers = (status: string) =>
  document.querySelectorAll(`article[data-role=assistant][data-status=${status}]`);
const questions = () =>
  Array.from(
    document.querySelectorAll('article[data-role=user] [data-ick-part=message-text]'),
    ({ textContent }) => textContent,
  );
/** Widths of the images of the question, once they are decoded. */
const shownWidths = () =>
  Array.from(
    document.querySelectorAll<HTMLImageElement>('article[data-role=user] img'),
    ({ naturalWidth }) => naturalWidth > 0,
  );

/** Simulated presses do not wait for what they press. */
async function press(locator: Locator): Promise<void> {
  await appears(locator);
  await person.click(locator);
}

async function appears(locator: Locator): Promise<void> {
  await expect.poll(() => locator.query()).not.toBeNull();
}

/** Passes on an answer up to its middle, and the rest once the gate is open. */
function heldHalfway(answer: Response, opened: Promise<void>): Response {
  let read = 0;
  const held = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      read += 1;
      if (read > 6) await opened;
      controller.enqueue(chunk);
    },
  });
  return new Response(answer.body?.pipeThrough(held), {
    status: answer.status,
    headers: answer.headers,
  });
}

test('two images are added, priced, asked about, looked at, asked about again, and back later', async () => {
  const conversationKey = crypto.randomUUID();
  const gate = createGate();
  const { backend } = demoConnection();
  const bodies: string[] = [];
  const fetch: typeof globalThis.fetch = async (given, init) => {
    const request = new Request(given, init);
    bodies.push(await request.clone().text());
    return heldHalfway(await backend(request), gate.opened);
  };
  const options = { chat: { conversationKey }, connection: { fetch } };
  const { screen } = await openChat(options);

  drag('drop', document.body, await fixtureFiles('photo.jpg'));
  await expect.poll(readyTiles).toHaveLength(1);
  drag('drop', document.body, await fixtureFiles('quad.png'));
  await expect.poll(readyTiles).toHaveLength(2);
  // What images of 1600 by 1200 and 96 by 64 px cost.
  await expect.poll(() => readyTiles()[0]).toContain('765');
  await expect.poll(() => readyTiles()[1]).toContain('255');
  await expect.poll(() => document.body.textContent).toContain('2 images · 1,020 tokens');

  await person.fill(input(), 'What do you see?');
  await person.type(input(), '{Enter}');
  await expect.poll(() => answers('streaming').length).toBe(1);
  await expect.poll(() => answers('streaming')[0]?.textContent).toContain('This is the demo');
  await appears(button('Stop'));
  await expect.poll(readyTiles).toEqual([]);
  gate.open();
  await expect.poll(() => answers('complete').length).toBe(1);
  await expect.poll(() => answers('complete')[0]?.querySelectorAll('tbody tr').length).toBe(2);
  expect(bodies[0]?.match(/data:image\/\w+;base64,/g)).toHaveLength(2);

  await expect.poll(shownWidths).toEqual([true, true]);
  await press(button('Open image 2'));
  await appears(dialog());
  await expect
    .poll(() => document.querySelector('[data-ick-part=lightbox-picture]'))
    .not.toBeNull();
  await person.keyboard('{Escape}');
  await expect.poll(() => dialog().query()).toBeNull();

  await press(button('Edit'));
  const box = page.getByRole('region', { name: 'Edit' }).getByRole('textbox');
  await appears(box);
  await person.fill(box, 'Which one is larger?');
  await person.type(box, '{Enter}');
  await expect.poll(questions).toEqual(['Which one is larger?']);
  await expect.poll(() => answers('complete').length).toBe(1);
  expect(bodies[1]?.match(/data:image\/\w+;base64,/g)).toHaveLength(2);
  await press(button('Regenerate'));
  await expect.poll(() => bodies.length).toBe(3);
  await expect.poll(() => answers('complete').length).toBe(1);
  await expect.poll(() => document.querySelectorAll('[data-ick-part=versions]').length).toBe(2);

  await screen.unmount();
  await openChat(options);
  await expect.poll(questions).toEqual(['Which one is larger?']);
  await expect.poll(shownWidths).toEqual([true, true]);
  await expect.poll(() => answers('complete').length).toBe(1);
  await person.fill(input(), 'And now?');
  await person.type(input(), '{Enter}');
  await expect.poll(() => answers('complete').length).toBe(2);
  expect(bodies[3]).toMatch(/Which one is larger\?.*And now\?/s);
  expect(bodies[3]?.match(/data:image\/\w+;base64,/g)).toHaveLength(2);
});
