import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect } from 'vitest';
import styles from '../../src/components/styles.css?inline';
import { ImageChat, type ImageChatProps } from '../../src/index.js';
import type { ChatEntry } from '../../src/index.js';
import { demoConnection } from '../helpers/demo-connection.js';
import { loadFixture } from '../helpers/load-fixture.js';

export { styles };

const ANSWER = `# Two photographs

Image 1 shows a **street**, _late_ in the day; see [the notes](https://a.example/notes "Notes") and \`lens.json\`.

## What is in them

- a person
- a bicycle
  - blue
    - with a basket
- a ~~lamp~~ lantern

1. first
2. second

- [x] counted
- [ ] measured

| object | count | share |
|:--|--:|:-:|
| person | 1 | 20 % |
| bicycle | 2 | 40 % |

> Seen from the north.
>
> > At five.

### Code

\`\`\`js
const seen = [1, 2, 3].map((n) => n * 2);
\`\`\`

#### End

---

H~2~O stays as it is.\\
A line of its own.`;

/** A question with an image, and an answer with everything that markdown makes. */
export function conversation(photo: Blob): ChatEntry[] {
  return [
    {
      message: {
        id: 'question',
        role: 'user',
        parts: [
          { type: 'text', text: 'What is in @image1?' },
          {
            type: 'image',
            id: 'photo',
            data: { kind: 'bytes', bytes: photo },
            mediaType: 'image/jpeg',
            detail: 'auto',
            width: 200,
            height: 100,
            name: 'photo.jpg',
          },
        ],
      },
    },
    {
      message: { id: 'answer', role: 'assistant', parts: [{ type: 'text', text: ANSWER }] },
      answer: {
        status: 'complete',
        startedAtMs: 0,
        inputTokens: 1200,
        outputTokens: 300,
      },
    },
  ];
}

export function addStyle(root: Document | ShadowRoot, css: string): HTMLStyleElement {
  const page = root instanceof ShadowRoot ? root.ownerDocument : root;
  const style = page.createElement('style');
  style.textContent = css;
  ('head' in root ? root.head : root).append(style);
  return style;
}

/** A document of its own in a frame, as a page of this size. */
export function openPage(width: number, height: number, body = '<div id="root"></div>'): Document {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; inset: 0 auto auto 0; border: 0; z-index: 9; width: ${width}px; height: ${height}px`;
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) throw new Error('The frame has no document.');
  page.open();
  page.write(`<!doctype html><html lang="en"><body style="margin: 0">${body}</body></html>`);
  page.close();
  return page;
}

const roots: { close: () => void }[] = [];

/** Draws a chat into an element, wherever that is. */
export function drawChat(
  container: Element,
  props: Partial<ImageChatProps> = {},
  around: (chat: ReactElement) => ReactElement = (chat) => chat,
): void {
  const { connection } = demoConnection();
  const root = createRoot(container);
  root.render(around(<ImageChat connection={connection} theme="light" {...props} />));
  roots.push({ close: () => root.unmount() });
}

export function closeAll(): void {
  for (const root of roots.splice(0)) root.close();
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

export async function images(view: typeof globalThis, ...names: string[]): Promise<DataTransfer> {
  const transfer = new view.DataTransfer();
  for (const name of names) transfer.items.add(await loadFixture(name));
  return transfer;
}

/** Pastes into the text of a chat, in whatever document or shadow root. */
export async function paste(root: ParentNode, ...names: string[]): Promise<void> {
  const input = await find(root, 'textarea');
  const view = input.ownerDocument.defaultView ?? window;
  const clipboardData = await images(view, ...names);
  const Paste = (view as typeof globalThis).ClipboardEvent;
  input.dispatchEvent(
    new Paste('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
  );
}

export async function find(root: ParentNode, selector: string): Promise<HTMLElement> {
  await expect.poll(() => root.querySelector(selector), { message: selector }).not.toBeNull();
  return root.querySelector(selector) as HTMLElement;
}

/** Once nothing has been added to a chat for a while: parts of it load when they are needed. */
export async function settled(root: ParentNode): Promise<void> {
  let before = '';
  await expect
    .poll(
      () => {
        const chat = [...root.querySelectorAll('[data-ick], [data-ick] *')];
        const now = `${chat.length} ${chat.map(({ className }) => className).join()}`;
        const isSame = now === before;
        before = now;
        return isSame;
      },
      { interval: 400 },
    )
    .toBe(true);
}
