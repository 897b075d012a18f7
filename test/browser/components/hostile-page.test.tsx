import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { isolateCss } from '../../../scripts/isolate-css.js';
import styles from '../../../src/components/styles.css?inline';
import { ImageChat } from '../../../src/components/index.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

/** A page whose rules name elements, and mean all of them. */
const HOSTILE = `
* { letter-spacing: 3px; box-sizing: content-box; line-height: 3; }
body { text-transform: uppercase; font-style: italic; text-align: center; color: red; word-spacing: 9px; }
div, section, article, form, span { background: yellow; display: inline; padding: 3px; }
button, input, select, textarea { background: red; border: 5px dotted lime; padding: 20px; margin: 9px; float: left;
  width: 100%; min-height: 90px; border-radius: 40px; text-shadow: 0 0 9px red; font: 30px serif; color: lime; }
p, ul, ol, li, h1, h2, h3, pre, table, td, th { margin: 3em; padding: 2em; list-style: square; border: 2px solid red; }
img, svg { border: 9px solid red; margin: 20px; float: right; opacity: 0.2; }
a { color: red; text-decoration: line-through; }
code, strong { background: red; font-size: 40px; }
`;

/** Changed by the page on purpose: what is drawn inside of an icon belongs to the icon. */
const kitElements = () => [...document.querySelectorAll('[data-ick], [data-ick] :not(svg *)')];

const addStyle = (text: string): HTMLStyleElement => {
  const style = Object.assign(document.createElement('style'), { textContent: text });
  document.head.append(style);
  return style;
};

/** Chromium tells automatic margins as the last whole layout had them, which may have been one under other styles. */
function layOutAnew(): void {
  document.body.style.display = 'none';
  void document.body.offsetHeight;
  document.body.style.display = '';
}

function looks(): Record<string, string>[] {
  layOutAnew();
  return kitElements().map((element) => {
    const style = getComputedStyle(element);
    return Object.fromEntries([
      [
        'element',
        `${element.tagName} ${element.className} ${element.getAttribute('data-ick-part') ?? ''}`,
      ],
      ...Array.from(style, (name) => [name, style.getPropertyValue(name)]),
    ]);
  });
}

test('the isolated stylesheet looks like the other one, also on a page whose rules name elements', async () => {
  const own = addStyle(isolateCss(styles));
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const connection = { baseUrl: '/v1', wire: openaiChat, model: 'gpt-4o', fetch: backend };
  const place = {
    display: 'block',
    position: 'relative' as const,
    width: 800,
    height: 600,
    padding: 0,
    margin: 0,
    lineHeight: 'normal',
  };
  await render(
    <div style={place}>
      <ImageChat
        connection={connection}
        theme="light"
        initialEntries={[
          { message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'What is it?' }] } },
          {
            message: {
              id: 'a',
              role: 'assistant',
              parts: [
                {
                  type: 'text',
                  text: '# Title\n\nA **bold** [link](https://a.example).\n\n- one\n- two\n\n`code`',
                },
              ],
            },
            answer: { status: 'complete', startedAtMs: 0 },
          },
        ]}
      />
    </div>,
  );
  await expect.element(page.getByRole('heading', { name: 'Title' })).toBeVisible();
  // What loads later moves what stands there already.
  let count = 0;
  await expect
    .poll(
      () => {
        const isSame = count === kitElements().length;
        count = kitElements().length;
        return isSame;
      },
      { interval: 400 },
    )
    .toBe(true);
  const before = looks();
  expect(before.length).toBeGreaterThan(30);
  expect(before.find(({ element }) => element?.endsWith('composer-send'))).toMatchObject({
    'background-color': 'rgb(58, 91, 217)',
  });
  own.textContent = styles;
  const inLayers = looks();
  for (const [index, look] of before.entries()) expect(look).toEqual(inLayers[index]);

  own.textContent = isolateCss(styles);
  const hostile = addStyle(HOSTILE);
  const after = looks();
  for (const [index, look] of after.entries()) expect(look).toEqual(before[index]);
  hostile.remove();
  own.remove();
});
