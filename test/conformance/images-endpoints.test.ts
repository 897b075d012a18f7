/** Images from the images endpoints: exact bytes over loopback, and the same through the official client. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import OpenAI, { toFile } from 'openai';
import type {
  ImageEditCompletedEvent,
  ImageEditPartialImageEvent,
  ImageGenCompletedEvent,
  ImageGenPartialImageEvent,
  ImagesResponse,
} from 'openai/resources/images';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChatStore } from '../../src/chat/create-chat-store.js';
import type { ChatStore, Connection, SendInput } from '../../src/chat/types.js';
import { createDemoBackend, demoFaults } from '../../src/demo/index.js';
import { checkRequest } from '../../src/messages/check-request.js';
import type { ChatMessage, ImagePart, MessagePart } from '../../src/messages/types.js';
import { planRequest } from '../../src/request/plan-request.js';
import { createProxyHandler, toNodeListener } from '../../src/server/index.js';
import { createTransport } from '../../src/transport/create-transport.js';
import { classifyFailure } from '../../src/wire/classify-failure.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiImages } from '../../src/wire/openai-images/index.js';
import type { ChatEvent, MadeImageOptions } from '../../src/wire/types.js';
import { eventually } from '../helpers/eventually.js';
import { listen } from '../helpers/listen.js';
import { readFixture } from '../helpers/read-fixture.js';
import { chatEvents } from '../helpers/read-stream.js';

const MODEL = 'gpt-image-2.5-flare';
const KEY = 'sk-demo-key-0123456789';
const png = (tail: string): string => `iVBORw0KGgoAAAANSUhEUgAA${tail}`;
const dataUrl = (tail: string): string => `data:image/png;base64,${png(tail)}`;
const utf8 = new TextEncoder();

type StreamedEvent =
  | ImageGenPartialImageEvent
  | ImageGenCompletedEvent
  | ImageEditPartialImageEvent
  | ImageEditCompletedEvent;

const facts = {
  background: 'opaque',
  created_at: 1_764_000_000,
  output_format: 'png',
  quality: 'high',
  size: '1536x1024',
} as const;
const usage = {
  input_tokens: 50,
  input_tokens_details: { image_tokens: 40, text_tokens: 10 },
  output_tokens: 6240,
  total_tokens: 6290,
};

const preview = (name: 'image_generation' | 'image_edit', index: number): StreamedEvent => ({
  ...facts,
  type: `${name}.partial_image`,
  b64_json: png(`aaa${index}`),
  partial_image_index: index,
});
const completed = (name: 'image_generation' | 'image_edit', tail = 'ffff'): StreamedEvent => ({
  ...facts,
  type: `${name}.completed`,
  b64_json: png(tail),
  usage,
});
const sse = (...events: readonly StreamedEvent[]): string =>
  events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');

const generated = sse(
  preview('image_generation', 0),
  preview('image_generation', 1),
  completed('image_generation'),
);
const edited = sse(preview('image_edit', 0), completed('image_edit'));
const whole: ImagesResponse = {
  created: 1_764_000_000,
  background: 'opaque',
  data: [{ b64_json: png('ffff') }],
  output_format: 'png',
  quality: 'high',
  size: '1536x1024',
  usage,
};

interface Seen {
  path: string;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A server that keeps what it is sent, and answers as the test says. */
const seen: Seen[] = [];
let answer: (response: ServerResponse) => void;
let baseUrl: string;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const headers = new Headers(request.headers as Record<string, string>);
    seen.push({ path: request.url ?? '', headers, bytes: new Uint8Array(Buffer.concat(chunks)) });
    answer(response);
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function play(text: string, status = 200, type = 'text/event-stream'): void {
  seen.length = 0;
  answer = (response) => response.writeHead(status, { 'content-type': type }).end(text);
}
const playJson = (value: unknown, status = 200): void =>
  play(JSON.stringify(value), status, 'application/json');
const jsonOf = (request: Seen | undefined = seen[0]): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(request?.bytes)) as Record<string, unknown>;

function connect(madeImages?: MadeImageOptions, more: Partial<Connection> = {}): Connection {
  return {
    wire: openaiImages,
    model: MODEL,
    baseUrl,
    maxRetries: 0,
    apiKey: () => KEY,
    ...(madeImages && { options: { madeImages } }),
    ...more,
  };
}

const photo = (id = 'photo'): ImagePart => ({
  type: 'image',
  id,
  mediaType: 'image/png',
  detail: 'auto',
  data: { kind: 'bytes', bytes: new Blob([readFixture('quad.png')], { type: 'image/png' }) },
});
const photoUrl = `data:image/png;base64,${Buffer.from(readFixture('quad.png')).toString('base64')}`;

async function ask(store: ChatStore, input: SendInput): Promise<void> {
  const outcome = await store.send(input);
  if (!outcome.accepted) throw outcome.error;
  await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
}

async function askOnce(connection: Connection, input: SendInput): Promise<ChatStore> {
  const store = createChatStore({ connection, createTransport });
  await ask(store, input);
  return store;
}

const lastEntry = (store: ChatStore) => store.getSnapshot().entries.at(-1);
/** The images of the last answer, as URLs. */
async function madeBy(store: ChatStore): Promise<string[]> {
  const parts = lastEntry(store)?.message.parts.filter(({ type }) => type === 'image') ?? [];
  return Promise.all((parts as ImagePart[]).map(({ data }) => asUrl(data)));
}

async function asUrl(data: ImagePart['data']): Promise<string> {
  if (data.kind === 'url') return data.url;
  if (data.kind === 'file-id') return data.fileId;
  const bytes = Buffer.from(await data.bytes.arrayBuffer());
  return `data:${data.bytes.type};base64,${bytes.toString('base64')}`;
}

const client = (): OpenAI => new OpenAI({ apiKey: KEY, baseURL: baseUrl, maxRetries: 0 });

const user = (id: string, ...parts: MessagePart[]): ChatMessage => ({ id, role: 'user', parts });
const text = (words: string): MessagePart => ({ type: 'text', text: words });
const made = (id: string, ...parts: MessagePart[]): ChatMessage => ({
  id,
  role: 'assistant',
  parts,
});

const building = (parts: MessagePart[], signal?: AbortSignal) =>
  openaiImages.buildRequest([user('q', ...parts)], { model: MODEL, ...(signal && { signal }) });

describe('what is sent', () => {
  const options: MadeImageOptions = {
    size: '1536x1024',
    quality: 'high',
    background: 'transparent',
    format: 'webp',
    compression: 80,
    count: 2,
    previews: 3,
  };
  const given = {
    model: MODEL,
    size: '1536x1024',
    quality: 'high',
    background: 'transparent',
    output_format: 'webp',
    output_compression: 80,
    n: 2,
    stream: true,
    partial_images: 3,
  } as const;

  test('of a question without an image is what the official client generates with', async () => {
    play(generated);
    await askOnce(connect(options), { text: 'Hills in the evening.' });
    const [ours] = seen;
    play(generated);
    for await (const _event of await client().images.generate({
      ...given,
      prompt: 'Hills in the evening.',
    }));
    expect(ours?.path).toBe('/v1/images/generations');
    expect(seen[0]?.path).toBe(ours?.path);
    expect(ours?.headers.get('content-type')).toBe('application/json');
    expect(ours?.headers.get('authorization')).toBe(seen[0]?.headers.get('authorization'));
    expect(jsonOf(ours)).toEqual(jsonOf(seen[0]));
  });

  test('of a question with images is what the official client edits, as JSON', async () => {
    play(edited);
    await askOnce(connect(options), {
      text: 'Put the first on the second.',
      images: [photo('a'), photo('b')],
    });
    const [ours] = seen;
    play(edited);
    const image = await toFile(readFixture('quad.png'), 'a.png', { type: 'image/png' });
    const prompt = 'Put the first on the second.';
    for await (const _event of await client().images.edit({
      ...given,
      prompt,
      image: [image, image],
    }));
    const [theirs] = seen;
    expect(ours?.path).toBe('/v1/images/edits');
    expect(theirs?.path).toBe(ours?.path);
    const form = await new Response(theirs?.bytes, {
      headers: { 'content-type': theirs?.headers.get('content-type') ?? '' },
    }).formData();
    const files = form.getAll('image[]') as File[];
    form.delete('image[]');
    const { images, ...fields } = jsonOf(ours);
    const asForm = Object.entries(fields).map(([name, value]) => [name, String(value)]);
    expect(Object.fromEntries(asForm)).toEqual(Object.fromEntries(form));
    expect(images).toEqual(
      await Promise.all(
        files.map(async (file) => ({
          image_url: `data:${file.type};base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`,
        })),
      ),
    );
  });

  test('without options is left to the server, but for previews', async () => {
    play(generated);
    await askOnce(connect(), { text: 'Hills.' });
    expect(jsonOf()).toEqual({ model: MODEL, prompt: 'Hills.', stream: true, partial_images: 2 });
    playJson(whole);
    await askOnce(connect(undefined, { options: { stream: false } }), { text: 'Hills.' });
    expect(jsonOf()).toEqual({ model: MODEL, prompt: 'Hills.' });
  });

  const linked = (id: string): ImagePart => ({
    ...photo(id),
    data: { kind: 'url', url: `https://images.example/${id}.png` },
  });

  test.each([
    {
      what: 'the last image that was made, for a question without one',
      question: user('q3', text('Bluer.')),
      images: [{ image_url: 'https://images.example/second.png' }],
      warnings: ['role-changed second'],
    },
    {
      what: 'no made image, for a question with its own',
      question: user('q3', text('Bluer.'), linked('own')),
      images: [{ image_url: 'https://images.example/own.png' }],
      warnings: [],
    },
    {
      what: 'no image, if only the app says so',
      question: user('q3', text('Bluer.')),
      options: { madeImages: { editsLast: false } },
      images: undefined,
      warnings: [],
    },
    {
      what: 'an uploaded image by its id',
      question: user('q3', text('Bluer.'), {
        ...photo('own'),
        data: { kind: 'file-id', fileId: 'file-1' },
      }),
      images: [{ file_id: 'file-1' }],
      warnings: [],
    },
    {
      what: 'the text of a file, and no label without words',
      question: user('q3', text('Image 1:'), linked('own'), text('Bluer.'), {
        type: 'file',
        id: 'notes',
        mediaType: 'text/plain',
        name: 'notes.txt',
        data: { kind: 'bytes', bytes: new Blob(['Not red.']) },
      }),
      prompt: 'Be bold.\n\nBluer.\n\nFile “notes.txt”:\n\n```\nNot red.\n```',
      images: [{ image_url: 'https://images.example/own.png' }],
      warnings: [],
    },
    {
      what: 'no PDF, which becomes a warning',
      question: user('q3', text('Bluer.'), linked('own'), {
        type: 'file',
        id: 'pdf',
        mediaType: 'application/pdf',
        data: { kind: 'bytes', bytes: new Blob(['%PDF-']) },
      }),
      images: [{ image_url: 'https://images.example/own.png' }],
      warnings: ['file-dropped pdf'],
    },
  ])('is $what', async ({ question, options, prompt = 'Be bold.\n\nBluer.', images, warnings }) => {
    const request = await openaiImages.buildRequest(
      [
        { id: 's', role: 'system', parts: [text('Be bold.')] },
        user('q1', text('A cat.'), linked('old')),
        made('a1', linked('first'), linked('second')),
        user('q2', text('A dog.')),
        made('a2', text('No.')),
        question,
      ],
      { model: MODEL, ...options },
    );
    const body = JSON.parse(await request.body.text()) as object;
    expect(body).toEqual({
      model: MODEL,
      prompt,
      ...(images && { images }),
      stream: true,
      partial_images: 2,
    });
    expect(request.path).toBe(images ? '/images/edits' : '/images/generations');
    expect(
      request.warnings.map(({ code, imageId, fileId }) => `${code} ${imageId ?? fileId}`),
    ).toEqual(warnings);
  });

  test('extra fields last, its quirk of a path, and what it cannot carry as a warning', async () => {
    const request = await openaiImages.buildRequest([user('q', text('Hills.'))], {
      model: MODEL,
      temperature: 1,
      maxOutputTokens: 9,
      extraBody: { moderation: 'low', stream: 'mine' },
      quirks: { path: '/elsewhere' },
    });
    expect(request.path).toBe('/elsewhere');
    expect(JSON.parse(await request.body.text())).toMatchObject({
      moderation: 'low',
      stream: 'mine',
    });
    expect(request.warnings.map(({ code }) => code)).toEqual(['option-dropped', 'option-dropped']);
    const store = createChatStore({
      connection: { ...connect({ count: 2 }), wire: openaiChat, model: 'gpt-4o' },
      createTransport,
    });
    play(
      'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    );
    await ask(store, { text: 'Hills.' });
    expect(store.getSnapshot().entries[0]?.warnings).toMatchObject([{ code: 'option-dropped' }]);
  });

  test('nothing without words, nor once it was stopped', async () => {
    await expect(building([photo()])).rejects.toMatchObject({ code: 'unsupported-by-wire' });
    await expect(building([text('Bluer.'), photo()], AbortSignal.abort())).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  test('is also all that is checked and counted: older images are not in the way', () => {
    const target = { wire: openaiImages, model: MODEL };
    const old = Array.from({ length: 20 }, (_, index) => photo(`old-${index}`));
    const conversation = [user('q1', text('A cat.'), ...old), made('a1', photo('made'))];
    const plan = (...parts: MessagePart[]) =>
      planRequest([...conversation, user('q2', text('Bluer.'), ...parts)], { target });
    expect(plan().problems).toMatchObject([{ code: 'role-without-images', severity: 'warning' }]);
    expect(plan().messages.map(({ id }) => id)).toEqual(['a1', 'q2']);
    expect(plan(...old).problems).toMatchObject([{ code: 'too-many-images', limit: 16 }]);
    expect(
      checkRequest([user('q', text('a'), { ...photo(), mediaType: 'image/gif' })], target),
    ).toMatchObject([{ code: 'media-type' }]);
  });
});

const isOfImage = ({ type }: ChatEvent): boolean => /^image-|^usage|^message-end/.test(type);

const read = async (text: string): Promise<ChatEvent[]> =>
  (await chatEvents(openaiImages, [utf8.encode(text)])).filter(isOfImage);

describe('what is read', () => {
  const size = { width: 1536, height: 1024 };
  const image = { type: 'image-add', mediaType: 'image/png', url: dataUrl('ffff'), ...size };
  const used = { type: 'usage-update', inputTokens: 50, outputTokens: 6240 };
  const end = { type: 'message-end', reason: 'complete' };
  const shown = (index: number, id = 'image-1') => ({
    type: 'image-progress',
    id,
    url: dataUrl(`aaa${index}`),
    mediaType: 'image/png',
    ...size,
  });

  test('previews, the image in their place, and its tokens; the official client sees the same', async () => {
    expect(await read(generated)).toEqual([
      shown(0),
      shown(1),
      { ...image, progressId: 'image-1' },
      used,
      end,
    ]);
    play(generated);
    const stream = await client().images.generate({ model: MODEL, prompt: 'x', stream: true });
    const theirs: string[] = [];
    for await (const event of stream) theirs.push(`data:image/png;base64,${event.b64_json}`);
    expect(theirs).toEqual([dataUrl('aaa0'), dataUrl('aaa1'), dataUrl('ffff')]);
    const store = await askOnce(connect(), { text: 'Hills.' });
    expect(await madeBy(store)).toEqual([dataUrl('ffff')]);
    expect(lastEntry(store)?.answer).toMatchObject({
      status: 'complete',
      inputTokens: 50,
      outputTokens: 6240,
    });
  });

  test('several images, each in the place of its own previews', async () => {
    const text = sse(
      preview('image_edit', 0),
      completed('image_edit', 'eeee'),
      preview('image_edit', 1),
      completed('image_edit'),
    );
    expect(await read(text)).toEqual([
      shown(0),
      { ...image, url: dataUrl('eeee'), progressId: 'image-1' },
      used,
      shown(1, 'image-2'),
      { ...image, progressId: 'image-2' },
      used,
      end,
    ]);
  });

  test('the same wherever the network cuts the bytes, and no cut-off answer as complete', async () => {
    const bytes = utf8.encode(generated);
    const last = utf8.encode(generated.slice(0, generated.lastIndexOf('event:'))).length;
    const all = await chatEvents(openaiImages, [bytes]);
    for (let at = 0; at < bytes.length - 2; at += 3) {
      expect(await chatEvents(openaiImages, [bytes.slice(0, at), bytes.slice(at)])).toEqual(all);
      const cut = await chatEvents(openaiImages, [bytes.slice(0, at)]);
      expect(cut.at(-1)).toMatchObject({ type: 'message-fail', code: 'incomplete' });
      expect(cut.some(({ type }) => type === 'image-add')).toBe(false);
      const previews = cut.filter(({ type }) => type === 'image-progress').length;
      expect(previews).toBeGreaterThanOrEqual(at > last ? 2 : 0);
    }
  });

  test('the last preview stays when the connection breaks, and says that it is one', async () => {
    seen.length = 0;
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(sse(preview('image_generation', 0)), () => response.destroy());
    };
    const store = await askOnce(connect(), { text: 'Hills.' });
    expect(lastEntry(store)).toMatchObject({
      answer: { status: 'incomplete', error: { code: 'incomplete' } },
      message: { parts: [{ type: 'image', isUnfinished: true }] },
    });
    expect(await madeBy(store)).toEqual([dataUrl('aaa0')]);
  });

  test.each([
    { what: 'the document of OpenAI', body: whole, url: dataUrl('ffff') },
    {
      what: 'the document of LocalAI, with a link',
      body: {
        created: 1,
        id: 'x',
        data: [{ embedding: null, index: 0, url: 'http://localhost:8080/generated-images/b1.png' }],
        usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
      },
      url: 'http://localhost:8080/generated-images/b1.png',
    },
    {
      what: 'base64 with a prefix',
      body: { data: [{ b64_json: dataUrl('ffff') }] },
      url: dataUrl('ffff'),
    },
    {
      what: 'a type that the bytes contradict',
      body: { output_format: 'webp', data: [{ b64_json: png('ffff') }] },
      url: dataUrl('ffff'),
    },
  ])('$what, in answer to a request for a stream', async ({ body, url }) => {
    playJson(body);
    const store = await askOnce(connect(), { text: 'Hills.' });
    expect(jsonOf()).toMatchObject({ stream: true });
    expect(await madeBy(store)).toEqual([url]);
    expect(lastEntry(store)?.answer?.status).toBe('complete');
  });

  test('an answer without an image as incomplete, and one of a chat as another format', async () => {
    playJson({ created: 1, data: [] });
    const store = await askOnce(connect(), { text: 'Hills.' });
    expect(lastEntry(store)?.answer).toMatchObject({ error: { code: 'incomplete' } });
    const chat =
      'data: {"object":"chat.completion.chunk","choices":[{"delta":{"content":"a"}}]}\n\n';
    const [fail] = await chatEvents(openaiImages, [utf8.encode(chat)]);
    expect(fail).toMatchObject({ code: 'bad-response', facts: { format: 'openai-chat' } });
    const [other] = await chatEvents(openaiChat, [utf8.encode(generated)]);
    expect(other).toMatchObject({ code: 'bad-response', facts: { format: 'openai-images' } });
  });

  test('on, past events it has never seen, nulls and blanks', async () => {
    const strange =
      'event: execute\ndata: no json\n\ndata: {"type":"unheard_of"}\n\ndata: null\n\ndata: []\n\ndata: 42\n\n: ping\n\n';
    expect(await read(strange + generated)).toEqual(await read(generated));
    const events = await chatEvents(openaiImages, [utf8.encode('data: {"secret": \n\n')]);
    expect(events).toMatchObject([{ type: 'message-fail', code: 'bad-response' }]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });
});

const invalid = (message: string, param: string | null, code: string | null) => ({
  message,
  type: 'image_generation_user_error',
  param,
  code,
});

describe('what goes wrong', () => {
  const blocked = {
    message:
      'Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com and include the request ID req_1. safety_violations=[violence].',
    type: 'image_generation_user_error',
    param: null,
    code: 'moderation_blocked',
  };
  test.each([
    { status: 400, error: blocked, code: 'content-filter' },
    {
      status: 400,
      error: invalid(
        "Invalid size '1792x936'. Width and height must both be divisible by 16.",
        'size',
        'invalid_value',
      ),
      code: 'bad-request',
    },
    {
      status: 400,
      error: invalid(
        "Invalid value: '512x512'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.",
        'size',
        'invalid_value',
      ),
      code: 'bad-request',
    },
    {
      status: 400,
      error: invalid(
        "Invalid size '512x512'. Requested resolution is below the current minimum pixel budget.",
        'size',
        'invalid_value',
      ),
      code: 'bad-request',
    },
    {
      status: 400,
      error: invalid(
        'Transparent background is not supported for this model.',
        'background',
        'invalid_value',
      ),
      code: 'bad-request',
    },
    {
      status: 400,
      error: invalid(
        'Invalid image file or mode for image 1, please check your image file.',
        null,
        'invalid_image_file',
      ),
      code: 'damaged',
    },
    {
      status: 403,
      error: invalid('Your organization must be verified to use the model `x`.', null, null),
      code: 'forbidden',
    },
    {
      status: 404,
      error: invalid('The model `x` does not exist.', null, 'model_not_found'),
      code: 'not-found',
    },
  ])('$error.message is $code', async ({ status, error, code }) => {
    expect(classifyFailure(status, JSON.stringify({ error }), 'openai-images').code).toBe(code);
    playJson({ error }, status);
    const store = createChatStore({ connection: connect(), createTransport });
    const outcome = await store.send({ text: 'Hills.' });
    expect(outcome).toMatchObject({
      accepted: false,
      error: { facts: { status, providerMessage: error.message } },
    });
  });

  test('a refusal in the middle of the stream is one, and the preview stays', async () => {
    const refusal = `event: error\ndata: ${JSON.stringify({ type: 'error', error: blocked })}\n\n`;
    expect(await chatEvents(openaiImages, [utf8.encode(refusal)])).toMatchObject([
      { type: 'message-fail', code: 'content-filter', facts: { providerCode: blocked.code } },
    ]);
    play(sse(preview('image_generation', 0)) + refusal);
    const store = await askOnce(connect(), { text: 'Hills.' });
    expect(lastEntry(store)).toMatchObject({
      answer: { error: { facts: { providerCode: 'moderation_blocked' } } },
      message: { parts: [{ type: 'image', isUnfinished: true }] },
    });
  });

  test('the first byte may take minutes, unless the connection says otherwise', async () => {
    const { transportOptions } = await import('../../src/chat/connection.js');
    expect(transportOptions(connect())).toMatchObject({ firstByteTimeoutMs: 900_000 });
    const impatient = connect(undefined, { firstByteTimeoutMs: 5000 });
    expect(transportOptions(impatient)).toMatchObject({ firstByteTimeoutMs: 5000 });
  });
});

async function proxied(options: Parameters<typeof createProxyHandler>[0] | object = {}) {
  const handler = createProxyHandler({
    upstream: `${baseUrl}/images`,
    key: KEY,
    models: [MODEL],
    allowedOrigins: ['https://app.example'],
    authorize: 'public',
    log: () => {},
    ...options,
  });
  return connect(
    { count: 9, size: '1536x1024' },
    {
      baseUrl: `${await listen(toNodeListener(handler))}/api`,
      apiKey: () => undefined,
    },
  );
}

describe('through the proxy', () => {
  test('a generation and an edit arrive whole, with fewer images than a page may want', async () => {
    play(generated);
    const connection = await proxied();
    const store = await askOnce(connection, { text: 'Hills.' });
    const fields = { size: '1536x1024', n: 4, stream: true, partial_images: 2 };
    expect(seen[0]?.path).toBe('/v1/images/generations');
    expect(seen[0]?.headers.get('authorization')).toBe(`Bearer ${KEY}`);
    expect(jsonOf()).toEqual({ model: MODEL, prompt: 'Hills.', ...fields });
    play(edited);
    await ask(store, { text: 'Bluer.', images: [photo()] });
    expect(seen[0]?.path).toBe('/v1/images/edits');
    expect(jsonOf()).toEqual({
      model: MODEL,
      prompt: 'Bluer.',
      images: [{ image_url: photoUrl }],
      ...fields,
    });
    expect(await madeBy(store)).toEqual([dataUrl('ffff')]);
  });

  test.each([
    { path: 'images/variations', body: {}, code: 'unknown-path' },
    { path: 'chat/completions', body: {}, code: 'unknown-path' },
    { path: 'images/edits', body: { messages: [] }, code: 'bad-body' },
    { path: 'images/edits', body: { prompt: {} }, code: 'bad-body' },
    { path: 'images/edits', body: { prompt: 'x', n: 1.5 }, code: 'bad-body' },
    { path: 'images/edits', body: { prompt: 'x', size: {} }, code: 'bad-body' },
    { path: 'images/edits', body: { prompt: 'x', model: 'other' }, code: 'model-not-allowed' },
    { path: 'images/edits', body: { prompt: 'x', images: ['y'] }, code: 'bad-body' },
    {
      path: 'images/edits',
      body: { prompt: 'x', images: [{ image_url: 'https://evil.example/a' }] },
      code: 'remote-image',
    },
    {
      path: 'images/edits',
      body: { prompt: 'x', images: [{ image_url: photoUrl.replace('png', 'jpeg') }] },
      code: 'bad-image',
    },
    { path: 'images/edits', body: { prompt: 'x', images: [{ file_id: 'f' }] }, code: 'file-id' },
  ])('$path with $body is refused: $code', async ({ path, body, code }) => {
    play(generated);
    const { baseUrl: address } = await proxied();
    const response = await fetch(`${address}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: MODEL, ...body }),
    });
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(seen).toEqual([]);
  });

  test('unknown fields are dropped, and the instructions of the server come first', async () => {
    play(generated);
    const { baseUrl: address } = await proxied({ system: 'No people.' });
    await fetch(`${address}/images/generations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: MODEL, prompt: 'Hills.', moderation: 'low', user: 'me' }),
    });
    expect(jsonOf()).toEqual({ model: MODEL, prompt: 'No people.\n\nHills.' });
  });
});

describe('with servers that others wrote, and the demo backend', () => {
  test('a mock server of another kit makes an image', async () => {
    const mock = new LLMock({ port: 0 });
    await mock.start();
    try {
      mock.onImage('Hills.', { image: { b64Json: png('ffff') } });
      const store = await askOnce(connect(undefined, { baseUrl: `${mock.url}/v1` }), {
        text: 'Hills.',
      });
      expect(await madeBy(store)).toEqual([dataUrl('ffff')]);
    } finally {
      await mock.stop();
    }
  });

  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const demo = (madeImages?: MadeImageOptions): Connection =>
    connect(madeImages, {
      baseUrl: 'http://demo.invalid/v1',
      allowInsecureKey: true,
      fetch: backend,
    });

  test('the demo backend makes an image and edits it, streamed and whole', async () => {
    const store = await askOnce(demo({ size: '1536x1024', previews: 3 }), { text: 'Hills.' });
    const [first = ''] = await madeBy(store);
    expect(first).toMatch(/^data:image\/png;base64,/);
    await ask(store, { text: 'Bluer.' });
    expect(await madeBy(store)).toHaveLength(1);
    expect(lastEntry(store)?.message.parts).toMatchObject([{ width: 1536, height: 1024 }]);
    const stream = await new OpenAI({
      apiKey: KEY,
      baseURL: 'http://demo.invalid/v1',
      fetch: backend,
    }).images.generate({ model: MODEL, prompt: 'Hills.', size: '1536x1024' });
    expect(`data:image/png;base64,${stream.data?.[0]?.b64_json}`).toBe(first);
    const odd = createChatStore({ connection: demo({ size: '100x100' }), createTransport });
    expect(await odd.send({ text: 'Hills.' })).toMatchObject({
      accepted: false,
      error: { code: 'bad-request' },
    });
  });

  const harmless = new Set([
    '429-then-ok',
    'byte-by-byte',
    'charset-latin1-header',
    'batch-expired',
    'slow',
    // An image is there or not, whatever else the stream has or lacks.
    'done-without-finish',
    'unknown-events',
    'null-fields',
    'gzip-claimed',
    'length',
  ]);
  const limits: Readonly<Record<string, Partial<Connection>>> = {
    'no-first-byte': { firstByteTimeoutMs: 200 },
    'head-then-silence': { firstByteTimeoutMs: 200 },
    'stall-mid-stream': { stallTimeoutMs: 200, firstByteTimeoutMs: 200 },
    'keepalive-for-ever': { totalTimeoutMs: 200 },
    'endless-line': { maxEventChars: 1_000_000 },
  };
  const faults = demoFaults.map(({ name }) => name).filter((name) => !harmless.has(name));

  test.each(faults)('the fault %s never passes for an image', async (fault) => {
    const store = createChatStore({
      connection: { ...demo(), ...limits[fault] },
      createTransport,
    });
    const outcome = await store.send({ text: `Hills. /fault ${fault}` });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    const status = lastEntry(store)?.answer?.status;
    expect([fault, outcome.accepted && status === 'complete']).toEqual([fault, false]);
  });
});
