import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { ChatEntry } from '../../../src/chat/types.js';
import type { ImagePart } from '../../../src/messages/types.js';
import type { UseImageChatOptions } from '../../../src/index.js';
import { useImageChat } from '../../../src/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { drawImage } from '../../helpers/draw-image.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

const { backend: demo } = demoConnection();

/** An image of one colour, as large as wanted. */
async function drawn(id: string, width: number, height: number): Promise<ImagePart> {
  const bytes = await drawImage(width, height);
  return {
    type: 'image',
    id,
    data: { kind: 'bytes', bytes },
    mediaType: 'image/jpeg',
    detail: 'high',
    width,
    height,
    name: `${id}.jpg`,
    original: bytes,
  };
}

function question(id: string, ...images: readonly ImagePart[]): ChatEntry[] {
  return [
    { message: { id, role: 'user', parts: [...images, { type: 'text', text: `About ${id}` }] } },
    {
      message: { id: `${id}-answer`, role: 'assistant', parts: [{ type: 'text', text: 'Yes.' }] },
      answer: { status: 'complete', startedAtMs: 0 },
    },
  ];
}

async function setUp(
  options: Omit<Partial<UseImageChatOptions>, 'connection'> & {
    connection?: Partial<UseImageChatOptions['connection']>;
  } = {},
) {
  const { connection, bodies } = demoConnection({ apiKey: () => 'demo', ...options.connection });
  const initialProps: UseImageChatOptions = { ...options, connection };
  const hook = await renderHook(
    (props?: UseImageChatOptions) => useImageChat(props ?? initialProps),
    {
      wrapper: StrictMode,
      initialProps,
    },
  );
  return { ...hook, bodies };
}

type Hook = Awaited<ReturnType<typeof setUp>>;

async function ask({ result, act }: Hook, text: string): Promise<void> {
  await act(() => result.current.composer.setText(text));
  await act(() => result.current.composer.submit());
  await eventually(() => expect(result.current.status).toBe('ready'));
}

/** Longest sides of the images in a request body, in order, whichever type they were written as. */
async function sidesIn(body: string | undefined): Promise<number[]> {
  const found = [...(body ?? '').matchAll(/(?:\/9j\/|iVBOR|UklGR)[A-Za-z0-9+/=]{40,}/g)].map(
    ([base64]) => base64,
  );
  return Promise.all(
    found.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const { width, height } = await createImageBitmap(new Blob([bytes]));
      return Math.max(width, height);
    }),
  );
}

/** Refuses so many times, then answers. */
function refusing(times: number, message: string) {
  const bodies: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    bodies.push(await request.clone().text());
    if (bodies.length > times) return demo(request);
    return Response.json(
      { type: 'error', error: { type: 'invalid_request_error', message } },
      { status: 400 },
    );
  };
  return { fetch, bodies };
}

describe('before a request', () => {
  test('images that are too large once there are many are made smaller, and the conversation stays', async () => {
    const large = await drawn('large', 2400, 1200);
    const small = await Promise.all(
      Array.from({ length: 20 }, (_, index) => drawn(`small-${index}`, 300, 200)),
    );
    const hook = await setUp({
      initialEntries: question('q', large, ...small),
      connection: {
        baseUrl: 'https://demo.example',
        wire: anthropicMessages,
        model: 'claude-sonnet-4-5',
      },
    });
    const { result } = hook;
    await eventually(() =>
      expect(result.current.composer.message.problems).toMatchObject([
        { code: 'image-side', imageId: 'large', severity: 'warning', isFixedOnSend: true },
      ]),
    );
    await ask(hook, 'And now?');
    expect(result.current.error).toBeUndefined();
    expect(hook.bodies).toHaveLength(1);
    const sides = await sidesIn(hook.bodies[0]);
    expect(sides).toHaveLength(21);
    expect(Math.max(...sides)).toBeLessThanOrEqual(2000);
    expect(result.current.entries[0]?.message.parts[0]).toBe(large);
  });

  test('what cannot be fixed is refused without a request, also when regenerated', async () => {
    const image = await drawn('a', 300, 200);
    const hook = await setUp({
      initialEntries: question('q', image),
      connection: { model: 'gpt-3.5-turbo' },
    });
    const { result, act } = hook;
    await eventually(() =>
      expect(result.current.composer.message.problems).toMatchObject([{ code: 'no-vision' }]),
    );
    await act(() => result.current.regenerate());
    expect(hook.bodies).toHaveLength(0);
    expect(result.current.refusal).toMatchObject({ code: 'no-vision', fix: 'switch-model' });
    expect(result.current.entries).toHaveLength(2);
    expect(await result.current.fix({ ...result.current.refusal } as never)).toBe(false);
  });

  test('older images are left out or made small, as the app wants, and shown as ever', async () => {
    const initialEntries = [
      ...question('one', await drawn('a', 1200, 900)),
      ...question('two', await drawn('b', 1200, 900)),
    ];
    const names = await setUp({
      initialEntries,
      imageHistory: { keepTurns: 1, older: 'placeholder' },
    });
    await ask(names, 'And?');
    expect(await sidesIn(names.bodies[0])).toEqual([]);
    expect(names.bodies[0]).toContain('a.jpg');
    expect(names.result.current.composer.message.requestImageTokens).toBe(0);

    const low = await setUp({ initialEntries, imageHistory: { keepTurns: 1, older: 'low' } });
    await ask(low, 'And?');
    const sides = await sidesIn(low.bodies[0]);
    expect(sides).toHaveLength(2);
    expect(Math.max(...sides)).toBeLessThanOrEqual(512);
    expect(low.result.current.entries[0]?.message.parts[0]).toMatchObject({ width: 1200 });
  });
});

describe('after a refusal', () => {
  const tooLarge =
    'messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 800 pixels';

  test('of a size, the image is made smaller and sent again by itself, once', async () => {
    const { fetch, bodies } = refusing(1, tooLarge);
    const initialEntries = question('q', await drawn('a', 1200, 900), await drawn('b', 700, 500));
    const hook = await setUp({
      initialEntries,
      connection: {
        baseUrl: 'https://demo.example',
        wire: anthropicMessages,
        model: 'claude-sonnet-4-5',
        fetch,
      },
    });
    await ask(hook, 'And?');
    expect(hook.result.current.error).toBeUndefined();
    expect(bodies).toHaveLength(2);
    expect(await sidesIn(bodies[0])).toEqual([1200, 700]);
    expect(await sidesIn(bodies[1])).toEqual([800, 700]);
  });

  test('that stands, the image is named and can be shrunk, taken out, or tried again', async () => {
    const { fetch, bodies } = refusing(3, tooLarge);
    const initialEntries = question('q', await drawn('a', 1200, 900));
    const hook = await setUp({
      initialEntries,
      connection: {
        baseUrl: 'https://demo.example',
        wire: anthropicMessages,
        model: 'claude-sonnet-4-5',
        fetch,
      },
    });
    const { result, act } = hook;
    await ask(hook, 'And?');
    expect(bodies).toHaveLength(2);
    expect(result.current.refusal).toMatchObject({
      code: 'image-side',
      imageId: 'a',
      fix: 'shrink',
      limit: 800,
    });
    expect(result.current.error?.facts.providerMessage).toContain('800 pixels');
    expect(result.current.composer.text).toBe('And?');

    const { refusal } = result.current;
    await act(async () => expect(refusal && (await result.current.fix(refusal))).toBe(true));
    expect(result.current.entries[0]?.message.parts[0]).toMatchObject({ id: 'a', width: 800 });

    await act(() => result.current.composer.submit());
    expect(result.current.refusal?.code).toBe('image-side');
    await act(() =>
      result.current.fix({ ...(result.current.refusal ?? refusal), fix: 'remove' } as never),
    );
    expect([...result.current.leftOutIds]).toEqual(['a']);
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.entries).toHaveLength(4));
    expect(bodies.at(-1)).toContain('[image 1 left out: a.jpg, 800×600]');
    expect(await sidesIn(bodies.at(-1))).toEqual([]);
  });

  test('an image that is still in the composer is made smaller there', async () => {
    const hook = await setUp();
    const { result, act } = hook;
    const file = await loadFixture('photo.jpg');
    await act(() => result.current.composer.queue.add([{ file, name: 'photo.jpg' }]));
    await eventually(() => expect(result.current.composer.canSend).toBe(true));
    const image = result.current.composer.queue.parts[0];
    await act(() =>
      result.current.fix({
        code: 'image-side',
        severity: 'error',
        message: '',
        imageId: image?.id ?? '',
        fix: 'shrink',
        limit: 64,
      }),
    );
    await eventually(() => expect(result.current.composer.canSend).toBe(true));
    const { width = 0, height = 0, id } = result.current.composer.queue.parts[0] ?? {};
    expect(Math.max(width, height)).toBe(64);
    expect(id).toBe(image?.id);
  });
});

describe('an image that is too small', () => {
  const qwen = { model: 'qwen3-vl-plus', baseUrl: 'https://models.example/v1' };

  test('of an earlier model is enlarged before it is sent, and the conversation stays', async () => {
    const icon = await drawn('icon', 8, 8);
    const hook = await setUp({ initialEntries: question('q', icon), connection: qwen });
    await eventually(() =>
      expect(hook.result.current.composer.message.problems).toMatchObject([
        { code: 'image-too-small', imageId: 'icon', severity: 'warning', isFixedOnSend: true },
      ]),
    );
    await ask(hook, 'And now?');
    expect(await sidesIn(hook.bodies[0])).toEqual([11]);
    expect(hook.result.current.entries[0]?.message.parts[0]).toBe(icon);
  });

  test.each([
    ['height:16 or width:16 must be larger than factor:28', 29],
    ['The image is too small.', 64],
  ])('for a server alone is enlarged once it says so: %s', async (message, sidePx) => {
    const { fetch, bodies } = refusing(1, message);
    const hook = await setUp({
      initialEntries: question('q', await drawn('icon', 16, 16)),
      connection: { ...qwen, fetch },
    });
    await ask(hook, 'And now?');
    expect(hook.result.current.error).toBeUndefined();
    expect(await Promise.all(bodies.map(sidesIn))).toEqual([[16], [sidePx]]);
  });

  test('is named, with a fix, where the server refuses it again; nothing is lost', async () => {
    const { fetch } = refusing(2, 'height:16 or width:16 must be larger than factor:28');
    const hook = await setUp({ connection: { ...qwen, fetch } });
    const { result, act } = hook;
    const { data } = await drawn('icon', 16, 16);
    const file = data.kind === 'bytes' ? data.bytes : new Blob();
    await act(() => result.current.composer.queue.add([{ file, name: 'icon.jpg' }]));
    await eventually(() => expect(result.current.composer.queue.totals.ready).toBe(1));
    const [item] = result.current.composer.queue.items;
    await ask(hook, 'What is it?');
    expect(result.current.refusal).toMatchObject({
      code: 'image-too-small',
      fix: 'enlarge',
      imageId: item?.id,
      message: expect.stringContaining('icon.jpg') as unknown,
    });
    expect(result.current.composer.text).toBe('What is it?');
    await act(async () => {
      const { fix, refusal } = result.current;
      if (refusal) await fix(refusal);
    });
    await eventually(() =>
      expect(result.current.composer.queue.items[0]?.prepared?.width).toBeGreaterThan(28),
    );
    expect(result.current.composer.queue.items[0]?.prepared?.notes).toMatchObject([
      { code: 'enlarged' },
    ]);
  });
});
