import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageChat, type ImageChatProps } from '../../../src/index.js';
import { createDemoBackend, type DemoBackendOptions } from '../../../src/demo/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';

interface ChatPageOptions {
  demo?: DemoBackendOptions;
  chat?: Partial<ImageChatProps>;
  connection?: Partial<ImageChatProps['connection']>;
}

/** A whole chat on the demo backend. The bodies of its requests are kept. */
export async function openChat({ demo, chat, connection: given }: ChatPageOptions = {}) {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, ...demo });
  const bodies: string[] = [];
  const connection: ImageChatProps['connection'] = {
    baseUrl: 'https://demo.example/v1',
    wire: openaiChat,
    model: 'gpt-4o',
    maxRetries: 0,
    async fetch(input, init) {
      const request = new Request(input, init);
      bodies.push(await request.clone().text());
      return backend(request);
    },
    ...given,
  };
  const screen = await render(
    <div style={{ height: 600 }}>
      <ImageChat connection={connection} theme="light" {...chat} />
    </div>,
  );
  return { screen, bodies, container: screen.container };
}

export async function fixtureFiles(...names: readonly string[]): Promise<DataTransfer> {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(await loadFixture(name));
  return transfer;
}

export async function pasteInto(element: Element, transfer: DataTransfer): Promise<void> {
  element.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
  );
}

export function drag(
  type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
  target: EventTarget,
  transfer: DataTransfer,
): DragEvent {
  const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}
