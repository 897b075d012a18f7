import type { ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { wait } from '../stopwatch.ts';

const LOOK_MS = 20;

export const place = (): HTMLElement =>
  document.querySelector<HTMLElement>('#app') ?? document.body;

export function mount(element: ReactElement): Root {
  const root = createRoot(place());
  root.render(element);
  return root;
}

export async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    await wait(LOOK_MS);
  }
}

/** What was put into the page. */
export const photos = (): File[] => [
  ...(document.querySelector<HTMLInputElement>('body > input')?.files ?? []),
];

/** Drops files on the chat, as a person does. */
export function drop(files: readonly File[]): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const target = document.querySelector('textarea');
  if (!target) throw new Error('no chat to drop on');
  target.dispatchEvent(
    new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
  );
}
