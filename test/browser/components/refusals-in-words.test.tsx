import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { type Connection, ImageChat } from '../../../src/index.js';
import { createProxyHandler, type ProxyOptions } from '../../../src/server/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { fixtureFiles, openChat as openDemoChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const announcements = () =>
  Array.from(
    document.querySelectorAll('[data-ick-part=announcer] > p'),
    (line) => line.textContent,
  );
const buttons = () =>
  Array.from(
    document.querySelectorAll('[data-ick-part=notice] button'),
    (button) => (button.textContent || button.getAttribute('aria-label')) ?? '',
  );

/** A chat whose requests go to the handler itself. */
async function openChat(options: Partial<ProxyOptions>) {
  const requests: Request[] = [];
  const handler = createProxyHandler({
    upstream: 'https://provider.example/v1/chat/completions',
    key: 'sk-1',
    models: ['gpt-5.6-terra'],
    allowedOrigins: [location.origin],
    authorize: 'public',
    fetch: async () => new Response('{"error":{"message":"No."}}', { status: 401 }),
    log: () => undefined,
    ...options,
  });
  const answer = (request: Request): Promise<Response> => {
    requests.push(request);
    return handler(request);
  };
  await render(
    <StrictMode>
      <div style={{ height: 600 }}>
        <ImageChat
          connection={{
            wire: openaiChat,
            model: 'gpt-5.6-terra',
            baseUrl: 'https://app.example/api',
            fetch: (target, init) => answer(new Request(target, init)),
            sleep: () => Promise.resolve(),
          }}
        />
      </div>
    </StrictMode>,
  );
  await userEvent.fill(input(), 'What is it?');
  await userEvent.keyboard('{Enter}');
  return { requests };
}

test('a server without a key says so once, and Try again is not offered', async () => {
  const { requests } = await openChat({ key: () => undefined });
  const sentence = 'This server has no key for the model. Report this to the operator of this app.';
  await expect.poll(announcements).toContain(sentence);
  await expect.element(page.getByText(sentence).first()).toBeInTheDocument();
  await expect.poll(buttons).toEqual(['Dismiss']);
  expect(announcements().filter((text) => text === sentence)).toHaveLength(1);
  expect(requests).toHaveLength(1);
  // Nothing is lost.
  await expect.element(input()).toHaveValue('What is it?');
});

test('a visitor who is not signed in can try again', async () => {
  await openChat({ authorize: () => false });
  await expect.poll(announcements).toContain('Sign in first, then try again.');
  await expect.poll(buttons).toEqual(['Try again', 'Dismiss']);
});

const tiles = (status: string) =>
  document.querySelectorAll(`[data-ick-part=tray-item][data-status=${status}]`);
const completeAnswers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]').length;

/** Sends to the demo backend over HTTP, and keeps what was sent. */
function overHttp(): { bodies: string[]; connection: Partial<Connection> } {
  const bodies: string[] = [];
  const connection: Partial<Connection> = {
    baseUrl: `${location.origin}/demo-backend/v1`,
    async fetch(target, init) {
      const request = new Request(target, init);
      bodies.push(await request.clone().text());
      return globalThis.fetch(request);
    },
  };
  return { bodies, connection };
}

/** The page believes that this model can see. The server knows better. */
const blind = { model: 'demo-text', capabilities: { vision: true } };

test.each([
  ['says the server', blind],
  ['is known', { model: 'gpt-3.5-turbo' }],
])('a model without vision, as %s: the text alone is sent in one press', async (how, model) => {
  const { bodies, connection } = overHttp();
  await openDemoChat({ connection: { ...connection, ...model } });
  await pasteInto(input().element(), await fixtureFiles('quad.png'));
  await expect.poll(() => tiles('ready').length).toBe(1);
  await userEvent.fill(input(), 'What is it?');
  if (how === 'says the server') await userEvent.keyboard('{Enter}');
  await expect.poll(buttons).toContain('Send the text alone');
  expect(buttons()).not.toContain('Try again');
  await userEvent.click(page.getByRole('button', { name: 'Send the text alone' }));
  await expect.poll(() => bodies.at(-1)).toContain('left out');
  expect(bodies.at(-1)).not.toContain('data:image');
  // The image stays in the conversation.
  const image = page.getByRole('button', { name: 'Open image 1, No longer sent' });
  await expect.element(image).toBeVisible();
  await expect.poll(buttons).toEqual([]);
  await expect.element(input()).toHaveValue('');
});

test('Regenerate is refused by a model without vision: it is repeated without the images', async () => {
  const { bodies, connection } = overHttp();
  const chat = (model: Partial<Connection>) => (
    <div style={{ height: 600 }}>
      <ImageChat
        connection={{
          wire: openaiChat,
          baseUrl: '',
          model: 'demo-vision',
          maxRetries: 0,
          ...connection,
          ...model,
        }}
      />
    </div>
  );
  const screen = await render(chat({}));
  await pasteInto(input().element(), await fixtureFiles('quad.png'));
  await expect.poll(() => tiles('ready').length).toBe(1);
  await userEvent.fill(input(), 'What is it?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(completeAnswers).toBe(1);
  expect(bodies).toHaveLength(1);

  await screen.rerender(chat(blind));
  await userEvent.click(page.getByRole('button', { name: 'Regenerate' }));
  await expect.poll(buttons).toEqual(['Send the text alone', 'Dismiss']);
  await userEvent.click(page.getByRole('button', { name: 'Send the text alone' }));
  await expect.poll(() => bodies.at(-1)).toContain('left out');
  await expect.element(page.getByText('2/2')).toBeInTheDocument();
  await expect.poll(completeAnswers).toBe(1);
});

test('the first Send says that the only image could not be read, the second sends the text', async () => {
  const { bodies, connection } = overHttp();
  await openDemoChat({ connection: { ...connection, model: 'demo-vision' } });
  const bytes = new Uint8Array(await (await loadFixture('small_text.png')).arrayBuffer());
  bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 400);
  const damaged = new DataTransfer();
  damaged.items.add(new File([bytes], 'damaged.png', { type: 'image/png' }));
  await pasteInto(input().element(), damaged);
  await expect.poll(() => tiles('failed').length).toBe(1);
  await userEvent.fill(input(), 'What is it?');
  await userEvent.keyboard('{Enter}');
  const sentence = 'No image could be read. Send again to send the text alone.';
  const form = page.getByRole('form', { name: 'Message' });
  await expect.poll(announcements).toContain(sentence);
  await expect.element(form.getByText(sentence)).toBeInTheDocument();
  await expect.element(input()).toHaveValue('What is it?');
  expect(bodies).toHaveLength(0);

  await userEvent.keyboard('{Enter}');
  await expect.poll(completeAnswers).toBe(1);
  await expect.element(form.getByText(sentence)).not.toBeInTheDocument();

  // The image is still there. The user has been asked about it.
  await userEvent.fill(input(), 'And this?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(completeAnswers).toBe(2);
  expect(bodies).toHaveLength(2);
});
