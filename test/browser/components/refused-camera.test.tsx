import { afterEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../../helpers/eventually.js';

const chatUrl = new URL('./bare-chat.tsx', import.meta.url).href;

afterEach(() => document.querySelector('iframe')?.remove());

/** A frame that may not use the camera: the browser refuses it there without asking. */
async function openFrame(): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.allow = "camera 'none'";
  frame.style.cssText = 'inline-size: 400px; block-size: 640px';
  frame.srcdoc = `<!doctype html><html lang="en"><body><script type="module">
    import RefreshRuntime from '/@react-refresh';
    RefreshRuntime.injectIntoGlobalHook(window);
    window.$RefreshReg$ = () => {};
    window.$RefreshSig$ = () => (type) => type;
    window.__vite_plugin_react_preamble_installed__ = true;
    window.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() };
    await import(${JSON.stringify(chatUrl)});
  </script></body></html>`;
  document.body.append(frame);
  await eventually(() => expect(find(frame.contentDocument, 'button', 'Send')).toBeDefined());
  const page = frame.contentDocument;
  if (!page) throw new Error('There is no page in the frame.');
  return page;
}

function find(page: Document | null, selector: string, name: string): HTMLElement | undefined {
  const all = Array.from(page?.querySelectorAll<HTMLElement>(selector) ?? []);
  return all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
}

async function press(page: Document, selector: string, name: string): Promise<void> {
  await eventually(() => expect(find(page, selector, name)).toBeDefined());
  find(page, selector, name)?.click();
}

describe('a camera that was refused', () => {
  test('is told in words with what to do, and a file is one press away', async () => {
    const page = await openFrame();
    await press(page, 'button', 'Add images');
    await press(page, '[role=menuitem]', 'Take a photo');
    const told = () => page.querySelector('dialog [role=alert]')?.textContent;
    await eventually(() => expect(told()).toMatch(/may not use the camera. Allow it .* try again/));
    await press(page, 'dialog button', 'Try again');
    await eventually(() => expect(told()).toMatch(/may not use the camera/));
    const opened = vi.fn<(event: Event) => void>((event) => event.preventDefault());
    for (const input of page.querySelectorAll('input[type=file]')) {
      input.addEventListener('click', opened);
    }
    await press(page, 'dialog button', 'Choose a photo');
    await eventually(() => expect(page.querySelector('dialog')).toBeNull());
    await eventually(() => expect(opened).toHaveBeenCalledOnce());
  });
});
