import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { ChatEntry, ChatTrace } from '../../../src/chat/types.js';
import type { ChatMessage, ImagePart } from '../../../src/messages/types.js';
import type { UseImageChatOptions } from '../../../src/index.js';
import { useImageChat } from '../../../src/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { drawImage } from '../../helpers/draw-image.js';
import { eventually } from '../../helpers/eventually.js';

/** An image of one colour, as large as wanted. */
async function drawn(id: string, facts: Partial<ImagePart> = {}): Promise<ImagePart> {
  const [width, height] = [900, 600];
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
    ...facts,
  };
}

async function conversation(): Promise<ChatEntry[]> {
  const images = [await drawn('a', { legend: '1: the date' }), await drawn('b')];
  return [
    {
      message: {
        id: 'question',
        role: 'user',
        parts: [...images, { type: 'text', text: 'Compare @image1 and @image2' }],
      },
    },
    {
      message: { id: 'answer', role: 'assistant', parts: [{ type: 'text', text: 'Alike.' }] },
      answer: { status: 'complete', startedAtMs: 0 },
    },
  ];
}

async function setUp(options: Partial<UseImageChatOptions>) {
  const requests: (ChatTrace & { type: 'request' })[] = [];
  const initialProps: UseImageChatOptions = {
    initialEntries: await conversation(),
    onTrace: (trace) => {
      if (trace.type === 'request') requests.push(trace);
    },
    connection: demoConnection({ apiKey: () => 'demo' }).connection,
    ...options,
  };
  const hook = await renderHook(() =>
    // Written in place, as apps do: a new object with each render.
    useImageChat({ ...initialProps, queue: { prepare: { quality: 0.8 } } }),
  );
  const { result, act } = hook;
  await eventually(() => expect(result.current.composer.message.totals).toBeDefined());
  return {
    ...hook,
    requests,
    ask: async (text: string) => {
      await act(() => result.current.composer.setText(text));
      await eventually(() => expect(result.current.composer.canSend).toBe(true));
      const { message } = result.current.composer;
      await act(() => result.current.composer.submit());
      await eventually(() => expect(result.current.status).toBe('ready'));
      return message;
    },
  };
}

const partsOf = (messages: readonly ChatMessage[] = []) =>
  messages.map(({ role, parts }) => ({ role, parts }));

describe('useImageChat sends what it previews', () => {
  test('where older images are lines in the place of which mentions stay true', async () => {
    const { ask, requests } = await setUp({
      imageHistory: { keepTurns: 1, older: 'placeholder' },
    });
    const message = await ask('Why?');
    expect(partsOf(message.messages)).toEqual(partsOf(requests[0]?.messages));
    expect(message.messages[0]?.parts).toEqual(
      [
        'Image 1:\n1: the date',
        '[image 1: a.jpg, 900×600]',
        'Image 2:',
        '[image 2: b.jpg, 900×600]',
        'Compare Image 1 and Image 2',
      ].map((text) => ({ type: 'text', text })),
    );
    expect(await requests[0]?.request.body.text()).not.toContain('@image');
  });

  test('where older images are made small, which they are while the question is written', async () => {
    const { ask, act, result, rerender, requests } = await setUp({
      imageHistory: { keepTurns: 1, older: 'low' },
    });
    const { tokens } = result.current.composer.message.totals ?? {};
    const imageSizes = () =>
      result.current.composer.message.messages.flatMap(({ parts }) =>
        parts.flatMap((part) =>
          part.type === 'image' && part.data.kind === 'bytes' ? part.data.bytes.size : [],
        ),
      );
    const before = imageSizes();
    expect(before).toHaveLength(2);
    await act(() => result.current.composer.setText('Why?'));
    await eventually(() => {
      const sizes = imageSizes();
      expect(sizes.map((size, index) => size < (before[index] ?? 0))).toEqual([true, true]);
    });
    const planned = result.current.composer.message;
    await rerender();
    expect(result.current.composer.message).toBe(planned);

    const message = await ask('Why?');
    expect(partsOf(message.messages)).toEqual(partsOf(requests[0]?.messages));
    // "Why?" is a token. Size and price of the images were known before they were made.
    expect(message.totals?.tokens.value).toBe((tokens?.value ?? 0) + 1);
  });

  test('where images are left out, with the numbers that are shown', async () => {
    const { ask, act, result, requests } = await setUp({ labels: true });
    await act(() =>
      result.current.fix({
        code: 'url-not-reachable',
        severity: 'error',
        message: '',
        imageId: 'a',
        fix: 'remove',
      }),
    );
    const message = await ask('Why?');
    expect(partsOf(message.messages)).toEqual(partsOf(requests[0]?.messages));
    expect(partsOf(message.messages)[0]?.parts).toMatchObject([
      { text: 'Image 1:\n1: the date' },
      { text: '[image 1 left out: a.jpg, 900×600]' },
      { text: 'Image 2:' },
      { id: 'b' },
      { text: 'Compare Image 1 and Image 2' },
    ]);
  });

  test('where images lie on a server since an earlier request', async () => {
    const { connection } = demoConnection({ wire: openaiResponses, apiKey: () => 'demo' });
    const { ask, requests } = await setUp({ upload: 'provider', connection });
    await ask('Why?');
    const message = await ask('And why not?');
    expect(partsOf(message.messages)).toEqual(partsOf(requests.at(-1)?.messages));
    expect(message.messages[0]?.parts[1]).toMatchObject({ data: { kind: 'file-id' } });
  });
});
