import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { Connection } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { deleteUploadedImage } from '../../../src/uploads/upload-image.js';
import type { UseImageChatOptions } from '../../../src/index.js';
import { useImageChat } from '../../../src/index.js';
import type { RemoveUpload, UploadImage, UploadOptions } from '../../../src/uploads/types.js';
import { joinUrl } from '../../../src/transport/join-url.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

interface Seen {
  method: string;
  path: string;
  body: string;
  headers: Headers;
}

/** Stands between the chat and the demo backend, where a test wants another answer. */
type Intercept = (
  request: Request,
  demo: (request: Request) => Promise<Response>,
) => Promise<Response> | Response | undefined;

interface SetUpOptions extends Omit<Partial<UseImageChatOptions>, 'connection'> {
  connection?: Partial<Connection>;
  intercept?: Intercept;
}

async function setUp({ connection, intercept, ...chat }: SetUpOptions) {
  const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const seen: Seen[] = [];
  const initialProps: UseImageChatOptions = {
    ...chat,
    connection: {
      baseUrl: 'https://demo.example/v1',
      wire: openaiResponses,
      model: 'gpt-4o',
      apiKey: () => 'demo-key',
      maxRetries: 0,
      async fetch(input, init) {
        const request = new Request(input, init);
        const { method, headers, url } = request;
        const body = await request.clone().text();
        seen.push({ method, path: new URL(url).pathname, body, headers });
        return (await intercept?.(request, demo)) ?? demo(request);
      },
      ...connection,
    },
  };
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </StrictMode>
  );
  const hook = await renderHook(
    (props?: UseImageChatOptions) => useImageChat(props ?? initialProps),
    {
      wrapper,
      initialProps,
    },
  );
  return { ...hook, seen, demo };
}

type Hook = Awaited<ReturnType<typeof setUp>>;

async function add({ result, act }: Hook, ...names: readonly string[]): Promise<void> {
  const files = await Promise.all(
    names.map(async (name) => ({ file: await loadFixture(name), name })),
  );
  await act(() => result.current.composer.queue.add(files));
  await eventually(() => expect(result.current.composer.queue.isPreparing).toBe(false));
}

async function send({ result, act }: Hook): Promise<void> {
  await act(() => result.current.composer.submit());
  await eventually(() => expect(result.current.status).toBe('ready'));
}

function statuses({ result }: Hook): string[] {
  return [...(result.current.composer.uploads?.values() ?? [])].map(({ status }) => status);
}

/** What was asked of the files, in order: `POST`, `DELETE`. */
function fileRequests({ seen }: Hook): string[] {
  return seen.filter(({ path }) => path.includes('/files')).map(({ method }) => method);
}

/** The ids of the files that the provider has. */
async function filesLeft({ demo, result }: Hook): Promise<string[]> {
  return fileIds({ ...result.current.connection, fetch: demo });
}

async function fileIds({ wire, baseUrl, fetch }: Connection): Promise<string[]> {
  const list = await fetch?.(joinUrl(baseUrl, wire === geminiGenerate ? '/files' : '/v1/files'), {
    headers: {
      [wire.keyHeader.name]: `${wire.keyHeader.prefix}k`,
      ...(wire === anthropicMessages && { 'anthropic-version': '2023-06-01' }),
    },
  });
  const { data, files } = (await (list as Response).json()) as Record<
    string,
    { id?: string; uri?: string }[]
  >;
  return (data ?? files ?? []).map(({ uri, id }) => uri ?? id ?? '');
}

const isQuestion = ({ url }: Request): boolean => !url.includes('/files');

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let settle: (() => void) | undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: () => settle?.() };
}

const fileEndpoints = [
  { wire: openaiResponses, baseUrl: 'https://demo.example/v1', model: 'gpt-4o' },
  { wire: anthropicMessages, baseUrl: 'https://demo.example', model: 'claude-sonnet-4-5' },
  { wire: geminiGenerate, baseUrl: 'https://demo.example/v1beta', model: 'gemini-2.5-flash' },
];

describe('the files of the endpoint', () => {
  test.each(fileEndpoints)(
    'take images of $wire.name with Send under a neutral name, and the message names them',
    async (to) => {
      const hook = await setUp({ upload: 'provider', connection: to });
      await add(hook, 'photo.jpg', 'quad.png');
      expect(hook.seen).toEqual([]);

      await send(hook);
      expect(hook.result.current.error).toBeUndefined();
      expect(await filesLeft(hook)).toHaveLength(2);
      expect(hook.seen.every(({ headers }) => headers.has(to.wire.keyHeader.name))).toBe(true);
      expect(hook.seen.at(-1)?.path).not.toContain('/files');
      expect(hook.seen.at(-1)?.body).not.toMatch(/[A-Za-z0-9+/]{200}/);
      expect(hook.result.current.entries).toHaveLength(2);
      const bodies = hook.seen.map(({ body }) => body).join();
      expect(bodies).toContain('image.jpg');
      expect(bodies).not.toMatch(/photo|quad/);
    },
  );

  test('take the names of files along where labels name them', async () => {
    const hook = await setUp({ upload: 'provider', labels: 'names' });
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(hook.seen[0]?.body).toContain('filename="photo.jpg"');
  });

  test('are the only way to an assistant, and nothing stands in the way of sending', async () => {
    const hook = await setUp({ upload: 'provider', connection: { wire: openaiAssistants } });
    const made = await hook.demo('https://demo.example/v1/assistants', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'openai-beta': 'assistants=v2' },
      body: JSON.stringify({ model: 'gpt-4o' }),
    });
    const { id } = (await made.json()) as { id: string };
    const connection = { ...hook.result.current.connection };
    await hook.rerender({
      upload: 'provider',
      connection: { ...connection, options: { extraBody: { assistant_id: id } } },
    });
    await add(hook, 'photo.jpg');
    expect(hook.result.current.composer.message.problems).toMatchObject([
      { code: 'unsupported-by-wire', isFixedOnSend: true, severity: 'warning' },
    ]);
    await send(hook);
    expect(hook.result.current.error).toBeUndefined();
    expect(hook.seen.at(-1)?.body).toContain('image_file');
  });

  test('get the same bytes once, also in later questions', async () => {
    const hook = await setUp({ upload: 'provider' });
    await add(hook, 'photo.jpg', 'photo.jpg');
    await send(hook);
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(fileRequests(hook)).toEqual(['POST']);
    expect(hook.result.current.entries).toHaveLength(4);
  });

  test.each(fileEndpoints)(
    'of $wire.name that were deleted are uploaded again by themselves',
    async (to) => {
      const hook = await setUp({ upload: 'provider', connection: to });
      await add(hook, 'photo.jpg');
      await send(hook);
      const connection = { ...hook.result.current.connection, fetch: hook.demo };
      const [fileId = ''] = await filesLeft(hook);
      await deleteUploadedImage(connection, fileId);
      const before = hook.seen.length;

      await hook.act(() => hook.result.current.regenerate());
      await eventually(() => expect(hook.result.current.status).toBe('ready'));
      expect(hook.result.current.error).toBeUndefined();
      const requests = hook.seen
        .slice(before)
        .map(({ path }) => (path.includes('/files') ? 'file' : 'question'));
      expect(requests[0]).toBe('question');
      expect(requests.slice(1, -1)).toContain('file');
      expect(requests.at(-1)).toBe('question');
      expect(await filesLeft(hook)).toHaveLength(1);
      expect(hook.seen.at(-1)?.body).not.toMatch(/[A-Za-z0-9+/]{200}/);
    },
  );
});

/** One image was uploaded for a question that the server did not take, and waits in the tray. */
async function refusedOnce(options: SetUpOptions = {}): Promise<Hook> {
  let isBusy = true;
  const hook = await setUp({
    upload: 'provider',
    ...options,
    intercept(request, demo) {
      if (isBusy && isQuestion(request)) {
        isBusy = false;
        return Response.json({ error: { message: 'Overloaded.' } }, { status: 503 });
      }
      return options.intercept?.(request, demo);
    },
  });
  await add(hook, 'photo.jpg');
  await send(hook);
  expect(hook.result.current.error?.facts.status).toBe(503);
  await eventually(() => expect(statuses(hook)).toEqual(['done']));
  return hook;
}

describe('an upload of a question that the server did not take', () => {
  test('serves the next Send', async () => {
    const hook = await refusedOnce();
    await send(hook);
    expect(hook.result.current.entries).toHaveLength(2);
    expect(fileRequests(hook)).toEqual(['POST']);
  });

  test.each<[change: string, act: (hook: Hook, id: string) => unknown]>([
    ['its image is removed', ({ result }, id) => result.current.composer.queue.remove(id)],
    ['the tray is cleared', ({ result }) => result.current.composer.queue.clear()],
    [
      'another file takes its place',
      async ({ result }, id) =>
        result.current.composer.queue.replaceSource(id, await loadFixture('quad.png')),
    ],
    ['its detail changes', ({ result }, id) => result.current.composer.queue.setDetail(id, 'low')],
    [
      'it is made again under tighter limits',
      ({ result }, id) => result.current.composer.queue.setLimits(id, { maxSidePx: 40 }),
    ],
    ['the chat is unmounted', ({ unmount }) => unmount()],
  ])('is deleted when %s', async (_, change) => {
    const hook = await refusedOnce();
    const id = hook.result.current.composer.queue.items[0]?.id ?? '';
    await hook.act(() => change(hook, id));
    await eventually(async () => expect(await filesLeft(hook)).toEqual([]));
    expect(fileRequests(hook)).toEqual(['POST', 'DELETE']);
  });

  test('is uploaded again when its image comes back', async () => {
    const hook = await refusedOnce();
    const { queue } = hook.result.current.composer;
    const [item] = queue.items;
    await hook.act(() => queue.clear());
    await eventually(async () => expect(await filesLeft(hook)).toEqual([]));
    await hook.act(() => (item ? queue.add([item]) : undefined));
    await eventually(() => expect(hook.result.current.composer.canSend).toBe(true));
    await send(hook);
    expect(hook.result.current.entries).toHaveLength(2);
    expect(await filesLeft(hook)).toHaveLength(1);
  });

  test('stays where another image of the same bytes needs it', async () => {
    const hook = await refusedOnce();
    await add(hook, 'photo.jpg');
    const [first] = hook.result.current.composer.queue.items;
    await hook.act(() => hook.result.current.composer.queue.remove(first?.id ?? ''));
    await send(hook);
    expect(hook.result.current.entries).toHaveLength(2);
    expect(await filesLeft(hook)).toHaveLength(1);
  });

  test('that cannot be deleted is tried once more and reported, and nothing waits for it', async () => {
    const onProblem = vi.fn<NonNullable<UploadOptions['onProblem']>>();
    const hook = await refusedOnce({
      upload: { upload: 'provider', onProblem },
      intercept: ({ method }) =>
        method === 'DELETE' ? Response.json({}, { status: 500 }) : undefined,
    });
    const [fileId] = await filesLeft(hook);
    await hook.act(() => hook.result.current.composer.queue.clear());
    await eventually(() => expect(onProblem).toHaveBeenCalledTimes(1));
    expect(onProblem.mock.calls[0]?.[0]).toMatchObject({
      code: 'upload-not-deleted',
      image: { kind: 'file-id', fileId },
      error: { facts: { status: 500 } },
    });
    expect(fileRequests(hook)).toEqual(['POST', 'DELETE', 'DELETE']);
  });
});

describe('an upload of a question that was sent', () => {
  test('is not deleted: not with its tray, a version, a removal or the chat', async () => {
    const hook = await setUp({ upload: 'provider' });
    const { result, act } = hook;
    await add(hook, 'photo.jpg');
    await send(hook);
    await act(() => result.current.composer.queue.clear());
    await act(() => result.current.regenerate());
    await eventually(() => expect(result.current.status).toBe('ready'));
    const [question] = result.current.entries;
    await act(() => result.current.edit(question?.message.id ?? '', { text: 'Without it.' }));
    await eventually(() => expect(result.current.status).toBe('ready'));
    await add(hook, 'photo.jpg');
    await act(() => result.current.composer.queue.clear());
    await act(() => result.current.remove(question?.message.id ?? ''));
    await hook.unmount();
    expect(await filesLeft(hook)).toHaveLength(1);
    expect(fileRequests(hook)).toEqual(['POST']);
  });

  test('is deleted with an edit that the server did not take', async () => {
    let isBusy = false;
    const hook = await setUp({
      upload: 'provider',
      intercept: (request) =>
        isBusy && isQuestion(request) ? Response.json({}, { status: 503 }) : undefined,
    });
    const { result, act } = hook;
    await add(hook, 'photo.jpg');
    await send(hook);
    const [question] = result.current.entries;
    await add(hook, 'quad.png');
    const images = result.current.composer.queue.parts;
    await act(() => result.current.composer.queue.clear());
    isBusy = true;
    await act(() => result.current.edit(question?.message.id ?? '', { text: 'And this?', images }));
    await eventually(() => expect(fileRequests(hook)).toEqual(['POST', 'POST', 'DELETE']));
    await eventually(async () => expect(await filesLeft(hook)).toHaveLength(1));
  });
});

/** The server has stored the image, and its answer is held. */
async function uploading(): Promise<Hook & { answer: () => void; sending: Promise<unknown> }> {
  const stored = deferred();
  const held = deferred();
  const hook = await setUp({
    upload: 'provider',
    async intercept(request, demo) {
      if (request.method !== 'POST' || isQuestion(request)) return demo(request);
      const answer = await demo(request);
      stored.resolve();
      await held.promise;
      return answer;
    },
  });
  await add(hook, 'photo.jpg');
  await hook.act(() => hook.result.current.composer.setText('What is it?'));
  const sending = hook.result.current.composer.submit();
  await stored.promise;
  await eventually(() => expect(statuses(hook)).toEqual(['uploading']));
  return { ...hook, sending, answer: held.resolve };
}

describe('a Send that is still uploading', () => {
  test('ends with Stop; what had arrived is deleted, and text and image stay', async () => {
    const hook = await uploading();
    const { result, act } = hook;
    await act(() => result.current.stop());
    await hook.sending;
    expect(result.current.status).toBe('ready');
    expect(result.current.composer.text).toBe('What is it?');
    expect(result.current.composer.queue.parts).toHaveLength(1);
    await eventually(() => expect(statuses(hook)).toEqual([]));
    hook.answer();
    await eventually(async () => expect(await filesLeft(hook)).toEqual([]));
    await send(hook);
    expect(result.current.entries).toHaveLength(2);
    expect(await filesLeft(hook)).toHaveLength(1);
  });

  test.each<[change: string, act: (hook: Hook, id: string) => unknown]>([
    ['removed', ({ result }, id) => result.current.composer.queue.remove(id)],
    [
      'marked up',
      async ({ result }, id) =>
        result.current.composer.queue.replaceSource(id, await loadFixture('quad.png')),
    ],
  ])('is taken back when its image is %s, and the image is deleted', async (_, change) => {
    const hook = await uploading();
    const { result, act } = hook;
    const id = result.current.composer.queue.items[0]?.id ?? '';
    await act(() => change(hook, id));
    expect(await hook.sending).toMatchObject({ accepted: false, error: { code: 'aborted' } });
    await eventually(() => expect(result.current.status).toBe('ready'));
    expect(result.current.error).toBeUndefined();
    expect(result.current.composer.text).toBe('What is it?');
    hook.answer();
    await eventually(async () => expect(await filesLeft(hook)).toEqual([]));
    expect(hook.seen.some(({ path }) => !path.includes('/files'))).toBe(false);
  });

  test('leaves nothing when the chat is unmounted', async () => {
    const hook = await uploading();
    await hook.unmount();
    hook.answer();
    await eventually(async () => expect(await filesLeft(hook)).toEqual([]));
  });
});

describe('a function of the app', () => {
  test('is called for three images at once, and tells how far they are', async () => {
    const waiting: (() => void)[] = [];
    const upload = vi.fn<UploadImage>(
      ({ sha256 }, { onProgress }) =>
        new Promise((resolve) => {
          onProgress(0.5);
          waiting.push(() => resolve({ kind: 'url', url: `https://files.example/${sha256}` }));
        }),
    );
    const hook = await setUp({ upload });
    await add(hook, 'photo.jpg', 'quad.png', 'quad.gif', 'quad.bmp', 'small_text.png');
    expect(upload).not.toHaveBeenCalled();
    const sending = hook.result.current.composer.submit();
    await eventually(() => expect(upload).toHaveBeenCalledTimes(3));
    await eventually(() => expect(statuses(hook)).toContain('waiting'));
    await eventually(() =>
      expect([...(hook.result.current.composer.uploads?.values() ?? [])]).toContainEqual({
        status: 'uploading',
        progress: 0.5,
      }),
    );
    await eventually(() => {
      for (const finish of waiting.splice(0)) finish();
      expect(hook.seen).toHaveLength(1);
    });
    await sending;
    const links = hook.seen[0]?.body.match(/https:\/\/files\.example\/[0-9a-f]{64}/g);
    expect(links).toHaveLength(5);
    expect(new Set(links).size).toBe(upload.mock.calls.length);
  });

  test('whose uploads expire is called again', async () => {
    let count = 0;
    const upload: UploadImage = () => {
      count += 1;
      const url = `https://files.example/${count}.jpg`;
      return Promise.resolve({ kind: 'url', url, expiresAtMs: Date.now() + 1000 });
    };
    const hook = await setUp({ upload, connection: { wire: openaiChat } });
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(hook.seen[0]?.body).toContain('https://files.example/1.jpg');
    await hook.act(() => hook.result.current.regenerate());
    await eventually(() => expect(hook.result.current.status).toBe('ready'));
    expect(hook.seen[1]?.body).toContain('https://files.example/2.jpg');
  });

  test('that fails leaves the image to travel in the request', async () => {
    const upload = vi.fn<UploadImage>(() => Promise.reject(new Error('down')));
    const hook = await setUp({ upload });
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(hook.result.current.error).toBeUndefined();
    expect(hook.seen[0]?.body).toContain('data:image/');
  });

  test('that fails where there is no other way refuses the question, and can be tried again', async () => {
    let isDown = true;
    const upload = vi.fn<UploadImage>(() =>
      isDown
        ? Promise.reject(new Error('down'))
        : Promise.resolve({ kind: 'url', url: 'https://files.example/a.jpg' }),
    );
    const hook = await setUp({ upload, connection: { wire: openaiAssistants } });
    const { result, act } = hook;
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(result.current.error?.code).toBe('unreachable');
    await eventually(() => expect(statuses(hook)).toEqual(['failed']));
    const [id = ''] = result.current.composer.uploads?.keys() ?? [];
    expect(result.current.composer.uploads?.get(id)?.error?.code).toBe('unreachable');
    isDown = false;
    await act(() => result.current.composer.retryUpload?.(id));
    await eventually(() => expect(statuses(hook)).toEqual(['done']));
  });

  test('leaves small images in the request where the app says so', async () => {
    const upload = vi.fn<UploadImage>();
    const hook = await setUp({ upload: { upload, aboveBytes: 10_000_000 } });
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(upload).not.toHaveBeenCalled();
    expect(hook.seen[0]?.body).toContain('data:image/');
  });

  test('takes the large images of a message, and the small ones travel in it', async () => {
    const upload = vi.fn<UploadImage>(() =>
      Promise.resolve({ kind: 'url', url: 'https://files.example/large.jpg' }),
    );
    const hook = await setUp({ upload: { upload, aboveBytes: 4_000 } });
    await add(hook, 'quad.png', 'photo.jpg');
    await send(hook);
    expect(upload).toHaveBeenCalledTimes(1);
    expect(upload.mock.calls[0]?.[0].bytes.size).toBeGreaterThan(4_000);
    expect(hook.seen[0]?.body).toContain('https://files.example/large.jpg');
    expect(hook.seen[0]?.body).toContain('data:image/png;base64,');
  });

  test('is told to stop when an image is removed, and deletes what arrives all the same', async () => {
    const signals: AbortSignal[] = [];
    const arrival = deferred();
    const upload: UploadImage = async (_, { signal }) => {
      signals.push(signal);
      await arrival.promise;
      return { kind: 'url', url: 'https://files.example/late.jpg' };
    };
    const remove = vi.fn<RemoveUpload>(() => Promise.resolve());
    const hook = await setUp({ upload: { upload, remove } });
    await add(hook, 'photo.jpg');
    const sending = hook.result.current.composer.submit();
    await eventually(() => expect(signals).toHaveLength(1));
    await hook.act(() => hook.result.current.composer.queue.clear());
    expect(await sending).toMatchObject({ accepted: false });
    await eventually(() => expect(signals[0]?.aborted).toBe(true));
    await eventually(() => expect(statuses(hook)).toEqual([]));
    expect(remove).not.toHaveBeenCalled();
    arrival.resolve();
    await eventually(() => expect(remove).toHaveBeenCalledTimes(1));
    expect(remove.mock.calls[0]?.[0]).toEqual({
      kind: 'url',
      url: 'https://files.example/late.jpg',
    });
    expect(hook.seen).toEqual([]);
  });
});
