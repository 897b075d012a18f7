/**
 * What people have been stumbling over for years. Each is written by hand as they write it, and refused in the provider's
 * words; the refusal is understood; and the kit either finds the same before the network, or writes the shape that is
 * right.
 */
import { describe, expect, test } from 'vitest';
import { createDemoBackend } from '../../src/demo/index.js';
import { checkRequest } from '../../src/messages/check-request.js';
import type { ChatMessage, ImageContent, ImagePart } from '../../src/messages/types.js';
import { joinUrl } from '../../src/transport/join-url.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { classifyFailure } from '../../src/wire/classify-failure.js';
import type { WireFormat } from '../../src/wire/types.js';
import { openaiAssistants } from '../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
import { readFixture } from '../helpers/read-fixture.js';
import { pngDataUrl } from '../unit/demo/helpers.js';

const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
const base64 = Buffer.from(readFixture('quad.png')).toString('base64');
const dataUrl = `data:image/png;base64,${base64}`;
const link = 'https://pictures.example.com/a.png';
const broken = base64.replace(/.{76}/g, '$&\n');

interface Stumble {
  what: string;
  wire: WireFormat;
  model?: string;
  /** Content as it is written by hand, in the shape that the wire wants, or nearly. */
  content: unknown[];
  says: RegExp;
  /** What the refusal means. */
  refusal: string;
  /** The same image in neutral messages. */
  image: { data: ImageContent; width?: number; height?: number };
  count?: number;
  /** What preflight finds; nothing where the kit's own shape is right. */
  preflight?: string;
}

const url = (given: string): { data: ImageContent } => ({ data: { kind: 'url', url: given } });
const text = { type: 'text', text: 'What is it?' };
const chatImage = (given: string) => ({ type: 'image_url', image_url: { url: given } });
const responsesText = { type: 'input_text', text: 'What is it?' };
const anthropicImage = (data: string) => ({
  type: 'image',
  source: { type: 'base64', media_type: 'image/png', data },
});
const long = pngDataUrl({ width: 2001, height: 10 });

const stumbles: Stumble[] = [
  {
    what: 'base64 to Assistants',
    wire: openaiAssistants,
    model: 'gpt-4o',
    content: [text, chatImage(dataUrl)],
    says: /Expected a valid URL, but got a value with an invalid format/,
    refusal: 'url-form',
    image: url(dataUrl),
    preflight: 'unsupported-by-wire',
  },
  {
    what: 'input_image in Chat Completions',
    wire: openaiChat,
    content: [text, { type: 'input_image', image_url: dataUrl }],
    says: /Invalid value: 'input_image'\. Supported values are: 'text', 'image_url'/,
    refusal: 'unsupported-by-wire',
    image: url(dataUrl),
  },
  {
    what: 'a string as image_url in Chat Completions',
    wire: openaiChat,
    content: [text, { type: 'image_url', image_url: dataUrl }],
    says: /expected an object, but got a string instead/,
    refusal: 'unsupported-by-wire',
    image: url(dataUrl),
  },
  {
    what: 'url in place of image_url in Responses',
    wire: openaiResponses,
    content: [responsesText, { type: 'input_image', url: dataUrl }],
    says: /Unknown parameter: 'input\[0\]\.content\[1\]\.url'/,
    refusal: 'unsupported-by-wire',
    image: url(dataUrl),
  },
  ...['o1-mini', 'o1-preview', 'o3-mini'].flatMap((model): Stumble[] =>
    [link, dataUrl].map((given) => ({
      what: `${given === link ? 'a link' : 'base64'} to ${model}`,
      wire: openaiChat,
      model,
      content: [text, chatImage(given)],
      says: /image_url is only supported by certain models/,
      refusal: 'no-vision',
      image: url(given),
      preflight: 'no-vision',
    })),
  ),
  {
    what: 'base64 to o3-mini in Responses',
    wire: openaiResponses,
    model: 'o3-mini',
    content: [responsesText, { type: 'input_image', image_url: dataUrl }],
    says: /Supported values are: 'input_text'/,
    refusal: 'no-vision',
    image: url(dataUrl),
    preflight: 'no-vision',
  },
  {
    what: 'empty base64 in Chat Completions',
    wire: openaiChat,
    content: [text, chatImage('data:image/png;base64,')],
    says: /You uploaded an unsupported image/,
    refusal: 'media-type',
    image: url('data:image/png;base64,'),
    preflight: 'empty-image',
  },
  {
    what: 'empty base64 at Anthropic',
    wire: anthropicMessages,
    content: [anthropicImage(''), text],
    says: /image cannot be empty/,
    refusal: 'empty-image',
    image: { data: { kind: 'bytes', bytes: new Blob([]) } },
    preflight: 'empty-image',
  },
  {
    what: 'line breaks in base64 in Chat Completions',
    wire: openaiChat,
    content: [text, chatImage(`data:image/png;base64,${broken}`)],
    says: /You uploaded an unsupported image/,
    refusal: 'media-type',
    image: url(`data:image/png;base64,${broken}`),
    preflight: 'url-form',
  },
  {
    what: 'line breaks in base64 at Anthropic',
    wire: anthropicMessages,
    content: [anthropicImage(broken), text],
    says: /Invalid base64 data/,
    refusal: 'damaged',
    image: url(`data:image/png;base64,${broken}`),
    preflight: 'url-form',
  },
  {
    what: '21 images at Anthropic, one with a side over 2000 px',
    wire: anthropicMessages,
    content: [
      ...Array.from({ length: 20 }, () => anthropicImage(base64)),
      anthropicImage(long.slice('data:image/png;base64,'.length)),
      text,
    ],
    says: /dimensions exceed max allowed size for many-image requests: 2000 pixels/,
    refusal: 'image-side',
    image: { ...url(long), width: 2001, height: 10 },
    count: 20,
    preflight: 'image-side',
  },
];

const paths: Readonly<Record<string, string>> = {
  'openai-chat': '/chat/completions',
  'openai-responses': '/responses',
  'openai-assistants': '/threads/runs',
  'anthropic-messages': '/messages',
};

async function send(wire: WireFormat, body: unknown): Promise<Response> {
  return backend(joinUrl('http://demo.invalid/v1', paths[wire.name] ?? ''), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(wire === openaiAssistants && { 'openai-beta': 'assistants=v2' }),
      ...(wire === anthropicMessages && { 'anthropic-version': '2023-06-01' }),
    },
    body: body instanceof Blob ? body : JSON.stringify(body),
  });
}

async function bodyByHand({ wire, model, content }: Stumble): Promise<unknown> {
  const messages = [{ role: 'user', content }];
  switch (wire) {
    case openaiResponses:
      return { model: model ?? 'gpt-5.4-mini', input: messages };
    case anthropicMessages:
      return { model: 'claude-sonnet-4-6', max_tokens: 100, messages };
    case openaiAssistants: {
      const made = await backend('http://demo.invalid/v1/assistants', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'openai-beta': 'assistants=v2' },
        body: JSON.stringify({ model }),
      });
      const { id } = (await made.json()) as { id: string };
      return { assistant_id: id, thread: { messages } };
    }
    default:
      return { model: model ?? 'gpt-4o', messages };
  }
}

const part = (id: string, more: Pick<ImagePart, 'data' | 'width' | 'height'>): ImagePart => ({
  type: 'image',
  id,
  mediaType: 'image/png',
  detail: 'auto',
  ...more,
});

function neutralMessages({ image, count = 0 }: Stumble): ChatMessage[] {
  const others = Array.from({ length: count }, (_, index) =>
    part(`p${index}`, { ...url(dataUrl), width: 96, height: 64 }),
  );
  const parts = [...others, part('the-one', image), { type: 'text', text: 'What is it?' } as const];
  return [{ id: 'u', role: 'user', parts }];
}

const target = ({ wire, model }: Stumble) => ({
  wire,
  model: model ?? (wire === anthropicMessages ? 'claude-sonnet-4-6' : 'gpt-4o'),
  baseUrl: 'https://api.example.com/v1',
});

describe('written by hand', () => {
  test.each(stumbles)('$what is refused in the provider’s words, and understood', async (row) => {
    const response = await send(row.wire, await bodyByHand(row));
    const body = await response.text();
    expect(response.status).toBe(400);
    expect(body).toMatch(row.says);
    const understood = classifyFailure(response.status, body, row.wire.name);
    expect(understood.code).toBe(row.refusal);
    expect(understood.advice).toMatch(/\w{3}.*\.$/);
  });
});

describe('with the kit', () => {
  test.each(stumbles.filter(({ preflight }) => preflight !== undefined))(
    '$what is found before the network, and named',
    (row) => {
      const problems = checkRequest(neutralMessages(row), target(row));
      expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        `error ${row.preflight}`,
      ]);
      expect(problems[0]?.fix).toBeDefined();
      expect(problems[0]?.imageId).toBe(row.preflight === 'no-vision' ? undefined : 'the-one');
    },
  );

  test.each(stumbles.filter(({ preflight }) => preflight === undefined))(
    '$what does not happen: the same image is written as the endpoint wants it',
    async (row) => {
      const messages = neutralMessages(row);
      expect(checkRequest(messages, target(row))).toEqual([]);
      const { body } = await row.wire.buildRequest(messages, target(row));
      const response = await send(row.wire, body);
      expect(response.status).toBe(200);
      await response.body?.cancel();
    },
  );

  test.each(stumbles.filter(({ preflight }) => preflight === undefined))(
    '$what, put into a neutral message as it stands, is named before the network and never sent',
    async (row) => {
      const foreign = row.content as ChatMessage['parts'];
      const messages: ChatMessage[] = [{ id: 'u', role: 'user', parts: foreign }];
      const problems = checkRequest(messages, target(row));
      expect(problems).toMatchObject([
        { code: 'unsupported-by-wire', severity: 'error', messageId: 'u' },
        ...(row.wire === openaiResponses ? [{ code: 'unsupported-by-wire' }] : []),
      ]);
      expect(problems.at(-1)?.message).toContain('Part 2 of message “u”');
      await expect(row.wire.buildRequest(messages, target(row))).rejects.toMatchObject({
        code: 'unsupported-by-wire',
      });
    },
  );

  test('an image in the shape of Anthropic or Gemini is named too', () => {
    const parts = [
      anthropicImage(base64),
      { inlineData: { mimeType: 'image/png', data: base64 } },
      text,
    ] as unknown as ChatMessage['parts'];
    const problems = checkRequest([{ id: 'u', role: 'user', parts }], { model: 'gpt-4o' });
    expect(problems.map(({ message }) => /as “(\w+)”/.exec(message)?.[1])).toEqual([
      'image',
      'inlineData',
    ]);
  });
});
