import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { germanWords } from '../../../src/components/words/german/index.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { drawPng } from '../../../src/demo/core/draw-png.js';
import { openChat } from './chat-page.js';

const part = (name: string) => document.querySelector<HTMLElement>(`[data-ick-part=${name}]`);
const ratioOf = (element: Element | null | undefined) => {
  const { width = 0, height = 1 } = element?.getBoundingClientRect() ?? {};
  return Math.round((width / height) * 100) / 100;
};

const base64 = (width: number, height: number, blockPx: number) =>
  btoa(String.fromCharCode(...drawPng(width, height, blockPx)));

const event = (type: string, fields: object) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
const place = { item_id: 'ig_1', output_index: 0 };
const item = { id: 'ig_1', type: 'image_generation_call' };
const begin =
  event('response.created', {
    response: { tools: [{ type: 'image_generation', size: '1024x1536' }] },
  }) +
  event('response.output_item.added', {
    output_index: 0,
    item: { ...item, status: 'in_progress' },
  });
const preview = (data: string) =>
  event('response.image_generation_call.partial_image', {
    ...place,
    partial_image_index: 0,
    partial_image_b64: data,
  });
const done = (result: string) =>
  event('response.output_item.done', {
    output_index: 0,
    item: { ...item, status: 'completed', size: '1024x1536', result },
  }) + event('response.completed', { response: { status: 'completed', output: [] } });

/** Opens a chat whose answer is written by the test. */
async function ask(chat: Partial<ImageChatProps> = {}) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
  });
  const fetch = (): Promise<Response> =>
    Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  await openChat({ connection: { wire: openaiResponses, fetch }, chat });
  await page.getByRole('textbox').fill('Draw hills.');
  await userEvent.keyboard('{Enter}');
  return (text: string) => controller?.enqueue(new TextEncoder().encode(text));
}

async function finished(chat: Partial<ImageChatProps> = {}): Promise<void> {
  const write = await ask(chat);
  write(begin + done(base64(80, 120, 1)));
  await expect.element(page.getByRole('button', { name: 'Regenerate' })).toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Image 1' })).toBeVisible();
}

afterEach(() => vi.restoreAllMocks());

describe('an image that the model makes', () => {
  test('has its place and shape from the start, and the finished one takes it', async () => {
    const write = await ask();
    write(begin);
    await expect.element(page.getByText('Making an image…')).toBeVisible();
    await expect.poll(() => ratioOf(part('image-progress'))).toBe(0.67);
    const tile = part('message-images')?.querySelector('li');
    write(preview(base64(80, 120, 20)));
    await expect.poll(() => part('image-progress')?.querySelector('img')?.naturalWidth).toBe(80);
    write(done(base64(80, 120, 1)));
    await expect.element(page.getByRole('img', { name: 'Image 1' })).toBeVisible();
    await expect.element(page.getByText('Making an image…')).not.toBeInTheDocument();
    expect(part('message-images')?.querySelector('li')).toBe(tile);
    await expect.poll(() => ratioOf(tile?.querySelector('button'))).toBe(0.67);
  });

  test('stays as its last preview when it is stopped, which is said', async () => {
    const write = await ask();
    write(begin + preview(base64(80, 120, 20)));
    await expect.poll(() => part('image-progress')?.querySelector('img')?.naturalWidth).toBe(80);
    await userEvent.click(page.getByRole('button', { name: 'Stop' }));
    await expect.element(page.getByText('You stopped this answer.')).toBeVisible();
    await expect.element(page.getByText(/^This image was not finished/)).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'Image 1' })).toBeVisible();
  });

  test('whose data is damaged is said where it would be, and the rest stays usable', async () => {
    const write = await ask();
    write(begin + done('%%%'));
    await expect.element(page.getByText(/^This image cannot be shown/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Regenerate' })).toBeEnabled();
  });

  test('that is no image although its base64 is whole is said too', async () => {
    const write = await ask();
    write(begin + done(btoa('this is no image at all')));
    await expect.element(page.getByText(/^This image cannot be shown/)).toBeVisible();
  });

  test('that never came is said in the words of the language', async () => {
    const write = await ask({ words: germanWords });
    write(
      begin +
        event('response.output_text.delta', { item_id: 'm', delta: 'Nein.' }) +
        event('response.completed', { response: { status: 'completed', output: [] } }),
    );
    await expect.element(page.getByText(/^Dieses Bild ist nicht entstanden/)).toBeVisible();
    await expect.element(page.getByText('Nein.')).toBeVisible();
  });
});

describe('with an image that the model made, one can', () => {
  test('copy it', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
      for (const clip of items) copied.push((await clip.getType('image/png')).type);
    });
    await finished();
    await userEvent.click(page.getByRole('button', { name: 'Copy image' }));
    await expect.poll(() => copied).toEqual(['image/png']);
  });

  test('save it under a name with its type', async () => {
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await finished();
    await userEvent.click(page.getByRole('button', { name: 'Save image' }));
    await expect.poll(() => names).toEqual(['image.png']);
  });

  test('use it in the next question', async () => {
    await finished();
    await userEvent.click(page.getByRole('button', { name: /^Use this image/ }));
    await expect.poll(() => part('tray-item')?.dataset['status']).toBe('ready');
  });

  test('mark it up: it is added to the next question, open in the editor', async () => {
    await finished();
    await userEvent.click(page.getByRole('button', { name: 'Mark up image 1' }));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await expect.poll(() => part('tray-item')).not.toBeNull();
  });
});

test('the demo backend plays an image that is being made', async () => {
  await openChat({
    connection: {
      wire: openaiResponses,
      model: 'gpt-5.6-terra',
      fetch: createDemoBackend({ delayMs: 0, tokensPerSecond: 0 }),
      options: { extraBody: { tools: [{ type: 'image_generation', partial_images: 2 }] } },
    },
  });
  await page.getByRole('textbox').fill('Draw hills.');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('img', { name: 'Image 1' })).toBeVisible();
  await expect
    .poll(
      () =>
        part('message-image')?.matches(':is(img)') &&
        (part('message-image') as HTMLImageElement).naturalWidth,
    )
    .toBe(240);
});
