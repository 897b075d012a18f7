import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import styles from '../../../src/components/styles.css?inline';
import { ImageChat } from '../../../src/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { countResources } from '../react/count-resources.js';
import { eventually } from '../../helpers/eventually.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const host =
  '<h1>Title</h1><p>Text <a href="#x">link</a> <code>code</code></p><ul><li>item</li></ul>' +
  '<button>Press</button><input><select><option>a</option></select><textarea></textarea><table><tr><td>1</td></tr></table>' +
  '<img alt="x"><blockquote>quote</blockquote><pre>pre</pre><fieldset><legend>l</legend></fieldset>';

function computedStyles(css: string): Record<string, string>[] {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const { contentDocument, contentWindow } = frame;
  if (!contentDocument || !contentWindow) throw new Error('no frame');
  contentDocument.body.innerHTML = host;
  contentDocument.head.append(
    Object.assign(contentDocument.createElement('style'), { textContent: css }),
  );
  const all = [
    contentDocument.documentElement,
    ...contentDocument.body.querySelectorAll('*'),
    contentDocument.body,
  ];
  const computed = all.map((element) => {
    const style = contentWindow.getComputedStyle(element);
    // Registered variables stand on every element; they paint nothing.
    const names = Array.from(style).filter((name) => !name.startsWith('--ick-'));
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  });
  frame.remove();
  return computed;
}

test('the stylesheet changes nothing outside of the kit', () => {
  expect(styles.length).toBeGreaterThan(1000);
  expect(computedStyles(styles)).toEqual(computedStyles(''));
});

test("an app's variables and theme reach every part", async () => {
  const { container } = await openChat({
    chat: { theme: 'dark', style: { '--ick-accent': 'rgb(1, 2, 3)' } as React.CSSProperties },
  });
  await userEvent.click(page.getByRole('textbox'));
  await userEvent.keyboard('x');
  const send = page.getByRole('button', { name: 'Send' }).element();
  // Its colour fades in.
  await expect.poll(() => getComputedStyle(send).backgroundColor).toBe('rgb(1, 2, 3)');
  const root = container.querySelector('[data-ick-theme]');
  expect(root && getComputedStyle(root).backgroundColor).toBe('rgb(22, 22, 21)');
});

test('every variable that an app sets is read, and what came of it stands inside of the kit', async () => {
  const given: Record<string, string> = {
    '--ick-accent': 'rgb(1, 2, 3)',
    '--ick-density': '2',
    '--ick-radius-l': '3px',
    '--ick-font': 'monospace',
  };
  const { container } = await openChat({ chat: { style: given } });
  const input = page.getByRole('textbox').element();
  const card = input.closest('.ik\\:rounded-lg');
  const style = getComputedStyle(card ?? input);
  expect(style.borderRadius).toBe('3px');
  expect(style.paddingBlock).toBe('20px');
  expect(getComputedStyle(input).fontFamily).toBe('monospace');
  const root = container.querySelector('[data-ick-theme]');
  const read = (name: string) => root && getComputedStyle(root).getPropertyValue(name);
  expect(read('--ick-color-accent')).toBe('rgb(1, 2, 3)');
  expect(read('--ick-color-ink')).toBe('#1c1b19');
});

test('there is one live region, whatever is inside', async () => {
  const { container } = await openChat();
  await pasteInto(page.getByRole('textbox').element(), await fixtureFiles('photo.jpg', 'quad.png'));
  await expect
    .poll(() => container.querySelectorAll('[data-status=ready]').length)
    .toBeGreaterThan(1);
  expect(container.querySelectorAll('[data-ick-part=announcer]').length).toBe(1);
});

test('a chat that reads from right to left does not make a page scroll sideways', async () => {
  await openChat({ chat: { dir: 'rtl', style: { position: 'absolute', insetInline: 0 } } });
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBe(clientWidth);
});

test('thirty mounts with images leave no object URL and no worker', async () => {
  const resources = countResources();
  const { connection } = demoConnection();
  const transfer = await fixtureFiles('quad.png');
  for (let cycle = 0; cycle < 30; cycle += 1) {
    const screen = await render(
      <StrictMode>
        <ImageChat connection={connection} />
      </StrictMode>,
    );
    await pasteInto(screen.getByRole('textbox').element(), transfer);
    // Some leave before their image is read, others after.
    await new Promise((resolve) => setTimeout(resolve, (cycle % 10) * 10));
    await screen.unmount();
  }
  await eventually(() => expect(resources.urls.size).toBe(0));
  await eventually(() => expect(resources.workers.size).toBe(0));
});
