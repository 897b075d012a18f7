import { waitFor } from 'storybook/test';

/** A drop or paste as a browser would report it, so that a story can be tried by one press. */
export interface TransferContent {
  files?: readonly File[];
  text?: string;
  html?: string;
}

function createTransfer({ files = [], text, html }: TransferContent): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  if (text !== undefined) transfer.setData('text/plain', text);
  if (html !== undefined) transfer.setData('text/html', html);
  return transfer;
}

/** Holds files over an element. What it gives back lets them fall. */
export function hover(target: Element, files: readonly File[]): () => void {
  const dataTransfer = createTransfer({ files });
  const fire = (type: string): boolean =>
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  fire('dragenter');
  fire('dragover');
  return () => void fire('drop');
}

/** Lets files fall on an element. */
export function drop(target: Element, files: readonly File[]): void {
  hover(target, files)();
}

/** Lets files fall on a chat that is still being set up, once it says that it takes them. */
export async function dropOnChat(target: Element, files: readonly File[]): Promise<void> {
  const release = await waitFor(() => {
    const held = hover(target, files);
    if (!target.querySelector('[data-drop-target]')) throw new Error('Nothing takes the files.');
    return held;
  });
  release();
}

/** Pastes into a text field; what nobody takes goes in as text, as a browser does it. */
export function paste(target: HTMLElement, content: TransferContent): void {
  target.focus();
  const clipboardData = createTransfer(content);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
  if (target.dispatchEvent(event) && content.text !== undefined) {
    document.execCommand('insertText', false, content.text);
  }
}
