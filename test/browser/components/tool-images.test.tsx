import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImageChatProps, WireFormat } from '../../../src/index.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { openChat } from './chat-page.js';

const all = (selector: string) => Array.from(document.querySelectorAll<HTMLElement>(selector));
const folds = () => all('[data-ick-part=tool-call]');
const titles = () => folds().map((fold) => fold.querySelector('summary')?.textContent);
const numbersIn = (list: Element | undefined) =>
  Array.from(list?.querySelectorAll('[data-ick-part=message-image]') ?? [], (image) =>
    image.getAttribute('alt'),
  );
/** Images with pixels, wherever they are. */
const shown = () =>
  all('[data-ick-part=message-image]').filter(
    (image) => (image as HTMLImageElement).naturalWidth > 0,
  );
const outside = () =>
  all('[data-ick-part=message-images]').filter(
    (list) => !list.closest('[data-ick-part=tool-call]'),
  );

const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request);

/** Asks over a real connection, and waits for the recorded answer. */
async function ask(wire: WireFormat, chat: Partial<ImageChatProps> = {}): Promise<void> {
  const baseUrl = new URL(`/recorded/${wire.name}/tool-images`, location.origin).href;
  await openChat({ connection: { wire, baseUrl, fetch }, chat });
  await page.getByRole('textbox').fill('Look.');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => document.querySelector('article[data-role=assistant][data-status=complete]'))
    .not.toBeNull();
}

describe('images that a tool returned', () => {
  test('are counted on its line, and shown with its result when it is opened', async () => {
    await ask(openaiResponses);
    await expect
      .poll(titles)
      .toEqual(['Code interpreter · Done · 2 images', 'Code interpreter · Done']);
    expect(all('[data-ick-part=message-image]')).toEqual([]);
    folds()[0]?.querySelector('summary')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => numbersIn(folds()[0])).toEqual(['Image 1', 'Image 2']);
    await expect.poll(() => shown().length).toBe(2);
    expect(folds()[0]?.textContent).toContain('2 plots');
    expect(outside()).toEqual([]);
  });

  test('open in the lightbox, and can be used in the next question', async () => {
    await ask(openaiResponses);
    await page.getByText('Code interpreter').first().click();
    await userEvent.click(page.getByRole('button', { name: 'Open image 2' }));
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('2 of 2')).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Copy image' })).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Use this image' }));
    await expect.element(dialog).not.toBeInTheDocument();
    await expect
      .poll(() => all('[data-ick-part=tray-item]').map(({ dataset }) => dataset['status']))
      .toEqual(['ready']);
  });

  test('are saved and marked up where there is one, while the image of the answer keeps its place and number', async () => {
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    try {
      await ask(aiSdkUi);
      await expect.poll(titles).toEqual(['Look into room · Done · 1 image']);
      await expect.poll(() => outside().map(numbersIn)).toEqual([['Image 2']]);
      await expect
        .element(page.getByRole('button', { name: 'Mark up image 2' }))
        .toBeInTheDocument();
      await page.getByText('Look into room').click();
      await expect.poll(() => numbersIn(folds()[0])).toEqual(['Image 1']);
      await expect
        .element(page.getByRole('button', { name: 'Mark up image 1' }))
        .toBeInTheDocument();
      await userEvent.click(page.getByRole('button', { name: 'Save image' }).first());
      await expect.poll(() => names).toEqual(['image.png']);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('stay with those of the message where the app renders the tool call without the fold', async () => {
    await ask(aiSdkUi, { renderPart: { 'tool-call': ({ part }) => <output>{part.name}</output> } });
    await expect.element(page.getByText('look_into_room')).toBeVisible();
    await expect.poll(() => outside().map(numbersIn)).toEqual([['Image 1', 'Image 2']]);
  });

  test('are shown once where the app puts something around the fold, or fails to', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    try {
      await ask(openaiResponses, {
        renderPart: {
          'tool-call': ({ part, children }) => {
            if (part.result === '2') throw new Error('broken on purpose');
            return <section aria-label="own tool">{children}</section>;
          },
        },
      });
      await expect.element(page.getByRole('region', { name: 'own tool' })).toBeVisible();
      await expect
        .poll(titles)
        .toEqual(['Code interpreter · Done · 2 images', 'Code interpreter · Done']);
      await page.getByText('Code interpreter').first().click();
      await expect.poll(() => shown().length).toBe(2);
      expect(outside()).toEqual([]);
    } finally {
      vi.restoreAllMocks();
    }
  });
});
