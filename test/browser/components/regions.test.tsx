import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { germanWords } from '../../../src/components/words/german/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { eventually } from '../../helpers/eventually.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const parts = (name: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(`[data-ick-part=${name}]`));
const tile = () => parts('message-images')[0];
const onTile = () => tile()?.querySelectorAll('[data-ick-part=region]').length ?? 0;
const marked = () => tile()?.querySelectorAll('[data-ick-part=region][data-marked]').length ?? 0;
const inAnswer = () => parts('regions')[0]?.querySelectorAll('[data-ick-part=region]').length ?? 0;

const chip = () => parts('region-chip').find(({ textContent }) => textContent === 'dot');
const word = () => parts('region-word').find(({ textContent }) => textContent === 'red corner');

const answer = `There is a red corner and a blue corner.

\`\`\`json
[
  {"box_2d": [0, 0, 500, 500], "label": "red corner"},
  {"box_2d": [500, 500, 1000, 1000], "label": "blue corner"},
  {"point": [250, 750], "label": "dot"}
]
\`\`\``;

/** Chooses an action of what is pointed out in image 1. */
async function choose(name: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: /places in image 1$/ }));
  await userEvent.click(page.getByRole('menuitem', { name }));
}

/** Asks about an image; the model answers with a text of ours. */
async function ask(reply: string, model = 'gemini-2.5-flash', chat: Partial<ImageChatProps> = {}) {
  await openChat({ demo: { reply: () => reply, models: [model] }, connection: { model }, chat });
  const input = document.querySelector('textarea') as HTMLTextAreaElement;
  await pasteInto(input, await fixtureFiles('photo.jpg'));
  await expect
    .poll(() => parts('tray-item').map((item) => item.dataset['status']))
    .toEqual(['ready']);
  await userEvent.fill(input, 'Where?');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => document.querySelector('article[data-role=assistant][data-status=complete]'))
    .not.toBeNull();
}

describe('what an answer points out', () => {
  test('is drawn on the tile of its image, in the right place', async () => {
    await ask(answer);
    await expect.poll(onTile).toBe(3);
    await expect.element(page.getByRole('region', { name: '3 places in image 1' })).toBeVisible();
    // The tile keeps the image's shape, so the quarter of the image is the quarter of the tile.
    await eventually(() => {
      const image = tile()?.querySelector('img')?.getBoundingClientRect() ?? new DOMRect();
      const [box] = Array.from(tile()?.querySelectorAll('[data-ick-part=region] rect') ?? []);
      const drawn = box?.getBoundingClientRect() ?? new DOMRect();
      expect(drawn.width).toBeGreaterThan(0);
      expect(Math.abs(drawn.right - (image.left + image.width / 2))).toBeLessThan(4);
      expect(Math.abs(drawn.bottom - (image.top + image.height / 2))).toBeLessThan(4);
    });
  });

  test('stands out while its name has the focus, in the list and in the text', async () => {
    await ask(answer);
    await expect.poll(onTile).toBe(3);
    await expect.poll(chip).toBeDefined();
    await userEvent.hover(chip() as Element);
    await expect.poll(marked).toBe(1);
    await userEvent.unhover(chip() as Element);
    await expect.poll(marked).toBe(0);
    await expect.poll(word).toBeDefined();
    await userEvent.hover(word() as Element);
    await expect.poll(marked).toBe(1);
    await expect
      .poll(() =>
        Array.from(
          tile()?.querySelectorAll('[data-ick-part=region-name]') ?? [],
          ({ textContent }) => textContent,
        ),
      )
      .toEqual(['red corner']);
  });

  test('is drawn in the answer as well, where the question may be far above, and not as code', async () => {
    await ask(answer);
    await expect.poll(inAnswer).toBe(3);
    expect(parts('code-block')).toEqual([]);
    await choose('Hide on image');
    await expect.poll(inAnswer).toBe(0);
  });

  test('is shown in the large view with its name, and can be hidden there by keyboard', async () => {
    await ask(answer);
    await expect.poll(onTile).toBe(3);
    await expect.poll(() => parts('region-chip')).not.toEqual([]);
    (parts('region-chip')[0] as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toBeVisible();
    const inDialog = () => dialog.element().querySelectorAll('[data-ick-part=region]').length;
    await expect.poll(inDialog).toBe(3);
    await expect
      .poll(() =>
        Array.from(
          dialog.element().querySelectorAll('[data-ick-part=region-name]'),
          ({ textContent }) => textContent,
        ),
      )
      .toEqual(['red corner']);
    const hide = dialog.getByRole('button', { name: 'Hide on image' });
    (hide.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(inDialog).toBe(0);
    await expect.element(dialog.getByRole('button', { name: 'Show on image' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(onTile).toBe(0);
    await choose('Show on image');
    await expect.poll(onTile).toBe(3);
  });

  test('is copied as SVG and as JSON', async () => {
    await ask(answer);
    await choose('Copy as SVG');
    await expect.poll(() => navigator.clipboard.readText()).toMatch(/^<svg xmlns.*red corner/s);
    await choose('Copy as JSON');
    await expect.poll(() => navigator.clipboard.readText()).toMatch(/"label": "blue corner"/);
  });

  test('is read from tags, which the text does not show', async () => {
    await ask('The <point x="25" y="50" alt="nose">nose</point> is wet.', 'molmo-7b-d');
    await expect.poll(onTile).toBe(1);
    await expect.poll(() => parts('message-text').at(-1)?.textContent).toBe('The nose is wet.');
    await expect
      .poll(() => parts('region-word').map(({ textContent }) => textContent))
      .toEqual(['nose']);
  });

  test('outside of the image, or in one that is gone, is said in words', async () => {
    await ask(
      '[{"label": "shadow", "bbox": [10, 10, 99999, 99999]}, {"label": "vase", "image": 2, "bbox": [1, 1, 2, 2]}]',
      'claude-sonnet-5-5',
    );
    await expect.poll(onTile).toBe(1);
    await expect.element(page.getByText('partly outside of the image')).toBeVisible();
    await expect
      .element(page.getByText('“vase” is in image 2, which is not in this chat.'))
      .toBeVisible();
  });

  test('is named in the language of the interface', async () => {
    await ask(answer, 'gemini-2.5-flash', { words: germanWords });
    await expect.element(page.getByRole('region', { name: '3 Bereiche in Bild 1' })).toBeVisible();
  });
});
