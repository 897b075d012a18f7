import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ImageChat } from 'image-chat-kit';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import { readFileSync } from 'node:fs';
import { createElement } from 'react';

/** Does what a person does with a chat, and returns what it says then and the requests it sent. */
export async function askAboutImage({ file: path, type }) {
  const bodies = [];
  const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const connection = {
    wire: openaiChat,
    baseUrl: 'https://demo.example/v1',
    model: 'gpt-4o',
    async fetch(input, init) {
      const request = new Request(input, init);
      bodies.push(await request.clone().text());
      return demo(request);
    },
  };
  const { container, unmount } = render(createElement(ImageChat, { connection }));
  const person = userEvent.setup();
  const file = new File([readFileSync(path)], 'mine', { type });
  await person.upload(container.querySelector('input[type=file]'), file);
  await waitForPart(container, 'tray-item', 'ready');
  await person.type(screen.getByRole('textbox', { name: 'Message' }), 'What is it?{Enter}');
  await waitForPart(container, 'message', 'complete');
  const text = container.textContent;
  unmount();
  return { text, bodies };
}

/** The time limit is for hangs: a busy machine takes a while to load the parts of the chat. */
function waitForPart(container, part, status) {
  const selector = `[data-ick-part="${part}"][data-status="${status}"]`;
  return waitFor(
    () => {
      if (!container.querySelector(selector)) {
        throw new Error(`No ${part} is ${status}: ${container.textContent}`);
      }
    },
    { timeout: 30_000 },
  );
}

/** Declares the tests with the functions of a test runner. */
export function declareTests(test, expect) {
  const files = JSON.parse(process.env.IMAGES);
  for (const image of files) {
    test(`sends ${image.name} without its metadata, and shows the answer`, async () => {
      const { text, bodies } = await askAboutImage(image);
      expect(text).toContain('What is it?');
      expect(bodies).toHaveLength(1);
      const [, base64] = /"url":"data:image\/\w+;base64,([^"]+)"/.exec(bodies[0]);
      const sent = Buffer.from(base64, 'base64');
      expect(sent.length).toBeGreaterThan(100);
      expect(sent.includes('CANARY')).toBe(false);
    }, 60_000);
  }
}
