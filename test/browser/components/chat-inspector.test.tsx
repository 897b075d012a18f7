import type { ReactElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ChatInspector, useTraces } from '../../../src/devtools.js';
import { type Connection, ImageChatView, useImageChat } from '../../../src/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { fixtureFiles, pasteInto } from './chat-page.js';

const KEY = 'a1b2c3d4e5f6g7h8i9';
const readyTile = '[data-ick-part="tray-item"][data-status="ready"]';
const answer = '[data-ick-part="message"][data-role="assistant"][data-status="complete"]';

afterEach(() => {
  vi.restoreAllMocks();
});

function App({ connection }: { connection: Connection }): ReactElement {
  const traces = useTraces();
  const chat = useImageChat({ connection, onTrace: traces.onTrace });
  return (
    <>
      <div style={{ height: 500 }}>
        <ImageChatView chat={chat} />
      </div>
      <ChatInspector chat={chat} traces={traces} />
    </>
  );
}

async function open() {
  const { connection, bodies } = demoConnection({
    baseUrl: `https://demo.example/v1?access_token=${KEY}`,
    apiKey: () => KEY,
    headers: { 'x-secret': KEY },
  });
  const screen = await render(<App connection={connection} />);
  const input = screen.getByRole('textbox', { name: 'Message', exact: true });
  const ask = async (question: string, count: number): Promise<void> => {
    await input.fill(question);
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => bodies.length).toBe(count);
    await expect.poll(() => screen.container.querySelectorAll(answer).length).toBe(count);
  };
  const addImages = async (...names: string[]): Promise<void> => {
    await pasteInto(input.element(), await fixtureFiles(...names));
    await expect.poll(() => screen.container.querySelectorAll(readyTile).length).toBe(names.length);
  };
  return { screen, bodies, ask, addImages };
}

test('shows a request with its body shortened and its events, and copies it as curl without a key', async () => {
  const { screen, bodies, ask, addImages } = await open();
  await addImages('photo.jpg');
  await ask('What is this?', 1);

  await screen.getByText('Request body', { exact: true }).click();
  const body = screen.getByLabelText('Request body', { exact: true });
  await expect.element(body).toHaveValue(expect.stringContaining('of base64'));
  await expect.element(body).toHaveValue(expect.stringContaining('What is this?'));
  await expect.element(screen.getByText('HTTP 200', { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/chat\/completions\?access_token=/)).toBeVisible();

  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await screen.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(() => write.mock.calls.length).toBe(1);
  const copied = write.mock.calls[0]?.[0] ?? '';
  expect(copied).toMatch(/^curl 'https:\/\/demo\.example\/v1\/chat\/completions/);
  expect(copied).toContain('Bearer $API_KEY');
  expect(copied).toContain(bodies[0]);

  await screen.getByText('Events', { exact: true }).click();
  const events = screen.getByLabelText('Server events', { exact: true });
  const [first] = events.element().children;
  expect(first?.textContent).toMatch(/^chat\.completion\.chunk[\d,]+ ms\{/);
  await screen.getByRole('button', { name: 'Copy events' }).click();
  await expect.poll(() => write.mock.calls.length).toBe(2);
  expect(write.mock.calls[1]?.[0].split('\n').length).toBe(events.element().children.length);
  await screen.getByText('Message', { exact: true }).last().click();
  const message = screen.getByLabelText('Neutral message', { exact: true });
  await expect.element(message).toHaveValue(expect.stringContaining('What is this?'));

  const shown = Array.from(screen.container.querySelectorAll('textarea'), ({ value }) => value);
  for (const text of [copied, screen.container.textContent, ...shown])
    expect(text).not.toContain(KEY);
});

test('shows the image that is chosen, and the request that is chosen', async () => {
  const { screen, ask, addImages } = await open();
  await addImages('photo.jpg', 'quad.png');
  const name = screen.getByRole('definition').first();
  await expect.element(name).toHaveTextContent('quad.png');
  await screen.getByRole('button', { name: '1, photo.jpg', exact: true }).click();
  await expect.element(name).toHaveTextContent('photo.jpg');
  await expect
    .element(screen.getByRole('button', { name: '1, photo.jpg', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');

  await ask('The first question', 1);
  // What was sent can still be inspected.
  await expect.element(name).toHaveTextContent('photo.jpg');
  await ask('The second question', 2);
  await screen.getByText('Message', { exact: true }).last().click();
  const message = screen.getByLabelText('Neutral message', { exact: true });
  await expect.element(message).toHaveValue(expect.stringContaining('The second question'));
  const requests = screen.getByRole('combobox', { name: 'Request', exact: true });
  await requests.selectOptions('1');
  await expect.element(message).toHaveValue(expect.stringContaining('The first question'));
  await ask('The third question', 3);
  await expect.element(message).toHaveValue(expect.stringContaining('The first question'));
  await requests.selectOptions('3');
  await expect.element(message).toHaveValue(expect.stringContaining('The third question'));
});
