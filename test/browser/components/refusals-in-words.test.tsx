import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageChat } from '../../../src/index.js';
import { createProxyHandler, type ProxyOptions } from '../../../src/server/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

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
