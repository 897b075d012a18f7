import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import type { UseImageChatOptions } from '../../../src/react/types.js';
import { useImageChat } from '../../../src/react/use-image-chat.js';
import { createGate } from '../../helpers/gate.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { countResources } from './count-resources.js';
import { eventually } from '../../helpers/eventually.js';

interface SetUp {
  demo?: DemoBackendOptions;
  chat?: Partial<UseImageChatOptions>;
  wrapper?: (props: { children: ReactNode }) => ReactNode;
}

/** A chat with the demo backend; the requests it gets are kept. */
async function setUp({ demo, chat, wrapper = StrictMode as SetUp['wrapper'] }: SetUp = {}) {
  const { connection, bodies } = demoConnection({ demo });
  const options: UseImageChatOptions = { connection, ...chat };
  const hook = await renderHook((props?: UseImageChatOptions) => useImageChat(props ?? options), {
    initialProps: options,
    ...(wrapper && { wrapper }),
  });
  return { ...hook, options, bodies };
}

type Hook = Awaited<ReturnType<typeof setUp>>;

async function addImages({ result, act }: Hook, ...names: readonly string[]): Promise<void> {
  const additions = await Promise.all(
    names.map(async (name) => ({ file: await loadFixture(name), name })),
  );
  await act(() => result.current.composer.queue.add(additions));
  await eventually(() => expect(result.current.composer.queue.isPreparing).toBe(false));
}

async function ask(hook: Hook, text: string, ...names: readonly string[]): Promise<void> {
  const { result, act } = hook;
  await addImages(hook, ...names);
  await act(() => result.current.composer.setText(text));
  await act(() => result.current.composer.submit());
  await eventually(() => expect(result.current.status).toBe('ready'));
}

describe('useImageChat', () => {
  test('sends words and images, and gets an answer about them', async () => {
    const hook = await setUp();
    await ask(hook, 'What is on these?', 'photo.jpg', 'quad.png');
    const { entries, error } = hook.result.current;
    expect(error).toBeUndefined();
    expect(entries).toHaveLength(2);
    expect(entries[0]?.message.parts.map(({ type }) => type)).toEqual(['image', 'image', 'text']);
    expect(entries[1]).toMatchObject({ answer: { status: 'complete', endReason: 'complete' } });
    expect(entries[1]?.message.parts[0]).toMatchObject({ type: 'text' });
    expect(hook.result.current.usage.inputTokens).toBeGreaterThan(0);
  });

  test('empties the composer at once, and keeps what is typed until the server has taken the question', async () => {
    const hook = await setUp();
    const { result, act } = hook;
    await addImages(hook, 'quad.png');
    await act(() => result.current.composer.setText('First.'));
    await act(async () => {
      const sent = result.current.composer.submit();
      result.current.composer.setText('And then?');
      expect(await sent).toEqual({ accepted: true });
    });
    expect(result.current.composer.text).toBe('And then?');
    expect(result.current.composer.queue.items).toEqual([]);
  });

  test('puts a question that is refused back before what was written since, whose mentions follow their images', async () => {
    const answer = createGate();
    const { connection } = demoConnection({
      async fetch() {
        await answer.opened;
        return Response.json({ error: { message: 'Overloaded' } }, { status: 500 });
      },
    });
    const hook = await setUp({ chat: { connection } });
    const { result, act } = hook;
    await addImages(hook, 'quad.png');
    await act(() => result.current.composer.setText('Look at @image1'));
    const sent = result.current.composer.submit();
    await eventually(() => expect(result.current.composer.queue.items).toEqual([]));
    await addImages(hook, 'photo.jpg');
    await act(() => result.current.composer.setText('And @image1?'));
    answer.open();
    await act(() => sent);
    await eventually(() =>
      expect(result.current.composer.text).toBe('Look at @image1\n\nAnd @image2?'),
    );
    expect(result.current.composer.queue.items.map(({ name }) => name)).toEqual([
      'quad.png',
      'photo.jpg',
    ]);
    expect(result.current.entries).toEqual([]);
  });

  test('keeps everything in the composer when the server refuses, and one press sends again', async () => {
    let fault: string | undefined = '500';
    const hook = await setUp({ demo: { fault: () => fault } });
    const { result, act } = hook;
    await ask(hook, 'Look', 'quad.png');
    expect(result.current.error?.code).toBe('server-error');
    expect(result.current.entries).toEqual([]);
    expect(result.current.composer).toMatchObject({ text: 'Look', canSend: true });
    expect(result.current.composer.queue.items).toHaveLength(1);

    fault = undefined;
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.status).toBe('ready'));
    expect(result.current.error).toBeUndefined();
    expect(result.current.entries).toHaveLength(2);
    expect(result.current.composer).toMatchObject({ text: '' });
  });

  test('makes one request of Enter pressed ten times', async () => {
    const hook = await setUp();
    const { result, act } = hook;
    await act(() => result.current.composer.setText('Hi'));
    await act(async () => {
      await Promise.all(Array.from({ length: 10 }, () => result.current.composer.submit()));
    });
    await eventually(() => expect(result.current.status).toBe('ready'));
    await act(() => result.current.composer.submit());
    expect(hook.bodies).toHaveLength(1);
    expect(result.current.entries).toHaveLength(2);
  });

  test('stops, asks again, and asks a changed question with its images', async () => {
    const hook = await setUp({ demo: { fault: 'stall-mid-stream' } });
    const { result, act } = hook;
    await addImages(hook, 'quad.png');
    await act(() => result.current.composer.setText('Tell me everything.'));
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.status).toBe('streaming'));
    await act(() => result.current.stop());
    await eventually(() => expect(result.current.entries[1]?.answer?.status).toBe('stopped'));
    expect(result.current.error).toBeUndefined();

    await act(() => result.current.regenerate());
    await act(() => result.current.stop());
    const question = result.current.entries[0]?.message;
    const images = question?.parts.filter((part) => part.type === 'image') ?? [];
    await act(() => result.current.edit(question?.id ?? '', { text: 'Only the colour.', images }));
    await act(() => result.current.stop());
    expect(result.current.entries[0]?.message.parts).toMatchObject([
      { type: 'image', name: 'quad.png' },
      { text: 'Only the colour.' },
    ]);
    expect(hook.bodies).toHaveLength(3);
    expect(hook.bodies.at(-1)).toContain('data:image/');
  });

  test('puts "Image 1:" into every request and never into the conversation', async () => {
    const hook = await setUp({ chat: { labels: true, system: 'Be brief.' } });
    await ask(hook, 'one', 'quad.png');
    await ask(hook, 'two', 'quad.png');
    const [first, second] = hook.bodies;
    expect(first?.match(/"text":"Image 1:"/g)).toHaveLength(1);
    expect(second?.match(/"text":"Image 1:"/g)).toHaveLength(2);
    const questions = hook.result.current.entries.filter(({ message }) => message.role === 'user');
    expect(JSON.stringify(questions)).not.toContain('Image 1:');
  });

  test('puts the legend of an image into every request and never into the conversation', async () => {
    const hook = await setUp();
    const { act, result, bodies } = hook;
    const file = await loadFixture('quad.png');
    await act(() =>
      result.current.composer.queue.add([{ file, name: 'a', legend: '1: a corner' }]),
    );
    await ask(hook, 'one');
    await ask(hook, 'two');
    for (const body of bodies) expect(body).toContain('"text":"Image 1:\\n1: a corner"');
    expect(bodies).toHaveLength(2);
    const [question] = result.current.entries;
    expect(question?.message.parts).toMatchObject([{ legend: '1: a corner' }, { text: 'one' }]);
  });

  test('shows the app’s QueryClient each request, and works without one', async () => {
    const onError = vi.fn();
    const client = new QueryClient({ mutationCache: new MutationCache({ onError }) });
    const hook = await setUp({
      demo: { fault: '500' },
      wrapper: ({ children }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    });
    await ask(hook, 'Hi');
    expect(onError).toHaveBeenCalledOnce();
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'server-error' });
  });

  test('leaves nothing behind when it goes away in the middle of an answer', async () => {
    const { urls, workers } = countResources();
    const signals: AbortSignal[] = [];
    const hook = await setUp({ demo: { fault: 'stall-mid-stream' } });
    const { result, act, unmount, options } = hook;
    await addImages(hook, 'photo.jpg');
    const { connection } = options;
    const before = connection.fetch;
    connection.fetch = (input, init) => {
      if (init?.signal) signals.push(init.signal);
      return before?.(input, init) ?? Promise.reject(new Error('No fetch.'));
    };
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.status).toBe('streaming'));
    await unmount();
    await eventually(() => expect([urls.size, workers.size]).toEqual([0, 0]));
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    expect(signals).toHaveLength(1);
  });
});
