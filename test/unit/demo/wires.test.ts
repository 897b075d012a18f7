import { describe, expect, test } from 'vitest';
import { demoFaults, type DemoBackend } from '../../../src/demo/index.js';
import { KitError } from '../../../src/errors.js';
import type { ChatMessage, ImageContent, ImagePart } from '../../../src/messages/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import type { TransportOptions } from '../../../src/transport/types.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { BASE, quickBackend } from './helpers.js';

/** Where each format is spoken, and by which model. */
const places: Record<string, { baseUrl: string; model: string; extraBody?: object }> = {
  'openai-chat': { baseUrl: BASE, model: 'gpt-4o' },
  'openai-responses': { baseUrl: BASE, model: 'gpt-5.4-mini' },
  'openai-assistants': {
    baseUrl: BASE,
    model: 'gpt-4o',
    extraBody: { assistant_id: 'asst_any', model: 'gpt-4o' },
  },
  'anthropic-messages': { baseUrl: 'http://demo.invalid', model: 'claude-sonnet-4-6' },
  'gemini-generate': { baseUrl: 'http://demo.invalid', model: 'gemini-3.8-flash' },
  'ollama-chat': { baseUrl: 'http://demo.invalid', model: 'qwen3-vl:8b' },
};

async function imageData(
  wire: WireFormat,
  backend: DemoBackend,
  name: string,
): Promise<ImageContent> {
  const bytes = new Blob([readFixture(name)]);
  if (wire.bytes) {
    return { kind: 'bytes', bytes };
  }
  const form = new FormData();
  form.set('purpose', 'vision');
  form.set('file', new File([bytes], name));
  const uploaded = await backend(`${BASE}/files`, { method: 'POST', body: form });
  return { kind: 'file-id', fileId: ((await uploaded.json()) as { id: string }).id };
}

async function conversation(
  wire: WireFormat,
  backend: DemoBackend,
  question: string,
): Promise<ChatMessage[]> {
  const image = async (name: string, mediaType: ImagePart['mediaType']): Promise<ImagePart> => ({
    type: 'image',
    id: name,
    mediaType,
    detail: 'high',
    data: await imageData(wire, backend, name),
  });
  return [
    { id: 's', role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] },
    {
      id: 'u1',
      role: 'user',
      parts: [await image('quad.png', 'image/png'), { type: 'text', text: 'One?' }],
    },
    { id: 'a1', role: 'assistant', parts: [{ type: 'text', text: 'One.' }] },
    {
      id: 'u2',
      role: 'user',
      parts: [
        { type: 'text', text: question },
        await image('photo.jpg', 'image/jpeg'),
        await image('quad_lossy.webp', 'image/webp'),
      ],
    },
  ];
}

async function ask(
  wire: WireFormat,
  messages: readonly ChatMessage[],
  backend: DemoBackend = quickBackend(),
  limits: Partial<TransportOptions> = {},
): Promise<ChatEvent[]> {
  const { baseUrl, model, extraBody } = places[wire.name] ?? { baseUrl: BASE, model: '' };
  const request = await wire.buildRequest(messages, {
    model,
    maxOutputTokens: 4000,
    ...(extraBody && { extraBody: { ...extraBody } }),
  });
  const transport = createTransport({
    baseUrl,
    fetch: backend,
    maxRetries: 0,
    ...limits,
  });
  const events: ChatEvent[] = [];
  const answer = transport.stream(request, { framing: wire.framing });
  for await (const event of wire.readEvents(answer)) events.push(event);
  return events;
}

function textOf(events: readonly ChatEvent[]): string {
  return events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
}

/** `complete`, the reason of another end, or the code of the failure. */
async function endOf(wire: WireFormat, fault: string): Promise<string> {
  try {
    const message: ChatMessage = {
      id: 'u',
      role: 'user',
      parts: [{ type: 'text', text: `Hi /fault ${fault}` }],
    };
    const last = (await ask(wire, [message], quickBackend(), limits[fault])).at(-1);
    if (last?.type === 'message-end') return last.reason;
    return last?.type === 'message-fail' ? last.code : 'nothing';
  } catch (error) {
    return KitError.is(error) ? error.code : String(error);
  }
}

/** What ends the faults that never end by themselves. The others meet no limit, however busy the machine is. */
const limits: Readonly<Record<string, Partial<TransportOptions>>> = {
  'no-first-byte': { firstByteTimeoutMs: 200 },
  'head-then-silence': { firstByteTimeoutMs: 200 },
  'stall-mid-stream': { stallTimeoutMs: 200 },
  'keepalive-for-ever': { totalTimeoutMs: 200 },
  'endless-line': { maxEventChars: 1_000_000 },
};

/** Faults after which an answer is whole. */
const harmless = [
  '429-then-ok',
  'byte-by-byte',
  'charset-latin1-header',
  'batch-expired',
  'refusal',
];
/** Faults that one format stumbles over and another does not meet. */
const harmlessOnSome = [
  'gzip-claimed',
  'finish-without-done',
  'done-without-finish',
  'unknown-events',
  'null-fields',
  'fake-done',
  'named-error-event',
  'bad-json-chunk',
  'content-filter',
];
const harmful = demoFaults
  .map(({ name }) => name)
  .filter((name) => ![...harmless, ...harmlessOnSome, 'slow'].includes(name));

describe.each(allWireFormats)('$name against the demo backend', (wire) => {
  test('three images of one conversation arrive, in order', async () => {
    const backend = quickBackend();
    const events = await ask(wire, await conversation(wire, backend, 'Compare them'), backend);
    const text = textOf(events);
    expect(text).toContain('It received 2 images');
    expect(text).toMatch(/\| Image 1 \| JPEG, 1600×1200 px[\s\S]+\| Image 2 \| WebP, 96×64 px/);
    expect(text).toContain('| 1 earlier image | sent again |');
    expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
    const usage = events.findLast((event) => event.type === 'usage-update');
    expect(usage).toMatchObject({ outputTokens: Math.ceil(text.length / 4) });
  });

  test('no fault is taken for a whole answer, and none hangs', async () => {
    const ends = await Promise.all(
      harmful.map(async (fault) => ({ fault, end: await endOf(wire, fault) })),
    );
    expect(ends.filter(({ end }) => end === 'complete' || end === 'nothing')).toEqual([]);
    expect(ends).toContainEqual({ fault: 'truncated', end: 'incomplete' });
    expect(ends).toContainEqual({ fault: 'gzip-cut', end: 'bad-response' });
    expect(ends).toContainEqual({ fault: 'gzip-unlabelled', end: 'bad-response' });
    expect(ends).toContainEqual({ fault: 'no-first-byte', end: 'first-byte-timeout' });
  });

  test.each(['byte-by-byte', 'charset-latin1-header'])('%s does no harm', async (fault) => {
    expect(await endOf(wire, fault)).toBe('complete');
  });
});
