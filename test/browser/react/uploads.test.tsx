import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { Connection } from '../../../src/chat/index.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { deleteUploadedImage } from '../../../src/endpoint/index.js';
import type { ImageChatOptions } from '../../../src/react/index.js';
import { useImageChat } from '../../../src/react/index.js';
import type { UploadImage } from '../../../src/react/upload-types.js';
import { joinUrl } from '../../../src/transport/index.js';
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

async function setUp({
  connection,
  ...chat
}: Omit<Partial<ImageChatOptions>, 'connection'> & { connection?: Partial<Connection> }) {
  const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const seen: Seen[] = [];
  const initialProps: ImageChatOptions = {
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
        return demo(request);
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
  const hook = await renderHook((props?: ImageChatOptions) => useImageChat(props ?? initialProps), {
    wrapper,
    initialProps,
  });
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

const fileEndpoints = [
  { wire: openaiResponses, baseUrl: 'https://demo.example/v1', model: 'gpt-4o' },
  { wire: anthropicMessages, baseUrl: 'https://demo.example', model: 'claude-sonnet-4-5' },
  { wire: geminiGenerate, baseUrl: 'https://demo.example/v1beta', model: 'gemini-2.5-flash' },
];

describe('the files of the endpoint', () => {
  test.each(fileEndpoints)(
    'take pictures of $wire.name while the person types, and the message names them',
    async (to) => {
      const hook = await setUp({ upload: 'provider', connection: to });
      await add(hook, 'photo.jpg', 'quad.png');
      await eventually(() => expect(statuses(hook)).toEqual(['done', 'done']));
      const uploads = hook.seen.length;
      expect(hook.seen.every(({ headers }) => headers.has(to.wire.keyHeader.name))).toBe(true);

      await send(hook);
      expect(hook.result.current.error).toBeUndefined();
      expect(hook.seen).toHaveLength(uploads + 1);
      expect(hook.seen.at(-1)?.body).not.toMatch(/[A-Za-z0-9+/]{200}/);
      expect(hook.result.current.entries).toHaveLength(2);
    },
  );

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
      { code: 'unsupported-by-wire', isMendedOnSend: true, severity: 'warning' },
    ]);
    await send(hook);
    expect(hook.result.current.error).toBeUndefined();
    expect(hook.seen.at(-1)?.body).toContain('image_file');
  });

  test('get the same bytes once, also in later questions', async () => {
    const hook = await setUp({ upload: 'provider' });
    await add(hook, 'photo.jpg', 'photo.jpg');
    await eventually(() => expect(statuses(hook)).toEqual(['done', 'done']));
    await send(hook);
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(hook.seen.filter(({ path }) => path.endsWith('/files'))).toHaveLength(1);
    expect(hook.result.current.entries).toHaveLength(4);
  });

  test.each(fileEndpoints)(
    'of $wire.name that were deleted are uploaded again by themselves',
    async (to) => {
      const hook = await setUp({ upload: 'provider', connection: to });
      await add(hook, 'photo.jpg');
      await eventually(() => expect(statuses(hook)).toEqual(['done']));
      const connection = { ...hook.result.current.connection, fetch: hook.demo };
      await deleteUploadedImage(connection, await onlyFileId(connection));

      await send(hook);
      expect(hook.result.current.error).toBeUndefined();
      const requests = hook.seen.map(({ path }) => (path.includes('/files') ? 'file' : 'question'));
      expect(requests.filter((kind) => kind === 'question')).toHaveLength(2);
      expect(requests.slice(requests.indexOf('question'), -1)).toContain('file');
      expect(hook.seen.at(-1)?.body).not.toMatch(/[A-Za-z0-9+/]{200}/);
    },
  );
});

async function onlyFileId({ wire, baseUrl, fetch }: Connection): Promise<string> {
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
  const [file] = data ?? files ?? [];
  return file?.uri ?? file?.id ?? '';
}

describe('a function of the app', () => {
  test('is called for three pictures at once, and tells how far they are', async () => {
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
    await eventually(() => expect(upload).toHaveBeenCalledTimes(3));
    await eventually(() => expect(statuses(hook)).toContain('waiting'));
    expect([...(hook.result.current.composer.uploads?.values() ?? [])][0]).toMatchObject({
      status: 'uploading',
      progress: 0.5,
    });
    while (statuses(hook).some((status) => status !== 'done')) {
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await send(hook);
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
    await eventually(() => expect(statuses(hook)).toEqual(['done']));
    await send(hook);
    expect(hook.seen[0]?.body).toContain('https://files.example/2.jpg');
  });

  test('that fails leaves the picture to travel in the request, or to another try', async () => {
    let isDown = true;
    const upload = vi.fn<UploadImage>(() =>
      isDown
        ? Promise.reject(new Error('down'))
        : Promise.resolve({ kind: 'url', url: 'https://files.example/a.jpg' }),
    );
    const hook = await setUp({ upload });
    const { result, act } = hook;
    await add(hook, 'photo.jpg');
    await eventually(() => expect(statuses(hook)).toEqual(['failed']));
    const [id = ''] = result.current.composer.uploads?.keys() ?? [];
    expect(result.current.composer.uploads?.get(id)?.error?.code).toBe('unreachable');
    isDown = false;
    await act(() => result.current.composer.retryUpload?.(id));
    await eventually(() => expect(statuses(hook)).toEqual(['done']));
  });

  test('leaves small pictures in the request where the app says so', async () => {
    const upload = vi.fn<UploadImage>();
    const hook = await setUp({ upload: { upload, aboveBytes: 10_000_000 } });
    await add(hook, 'photo.jpg');
    await send(hook);
    expect(upload).not.toHaveBeenCalled();
    expect(hook.seen[0]?.body).toContain('data:image/');
  });

  test('takes the large pictures of a message, and the small ones travel in it', async () => {
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

  test('is told to stop when a picture is removed', async () => {
    const signals: AbortSignal[] = [];
    const upload: UploadImage = (_, { signal }) => {
      signals.push(signal);
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    };
    const hook = await setUp({ upload });
    await add(hook, 'photo.jpg');
    await eventually(() => expect(signals).toHaveLength(1));
    await hook.act(() => hook.result.current.composer.queue.clear());
    await eventually(() => expect(signals[0]?.aborted).toBe(true));
    await eventually(() => expect(statuses(hook)).toEqual([]));
  });
});
