import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageChat, type ImageChatProps } from '../../../src/index.js';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { loadFixture } from '../../helpers/load-fixture.js';

interface ChatPageOptions {
  demo?: DemoBackendOptions;
  chat?: Partial<ImageChatProps>;
  connection?: Partial<ImageChatProps['connection']>;
}

/** A whole chat on the demo backend. The bodies of its requests are kept. */
export async function openChat({ demo, chat, connection: given }: ChatPageOptions = {}) {
  const { connection, bodies } = demoConnection({ demo, ...given });
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

/** Chooses a detail in the menu below an image of the tray: `/^Low/`. */
export async function chooseDetail(imageNumber: number, name: RegExp): Promise<void> {
  const button = new RegExp(`^Detail of image ${imageNumber}:`);
  await userEvent.click(page.getByRole('button', { name: button }));
  await userEvent.click(page.getByRole('menuitemradio', { name }));
}
