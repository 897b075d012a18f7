/** Files other than images, as the kit's own formats write them. */
import { expect, test } from 'vitest';
import type { ChatMessage, FilePart } from '../../../src/messages/types.js';
import type { ProxyOptions } from '../../../src/server/types.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { ask, codeOf, plain, testProxy, withContent } from './helpers.js';

const pdf: FilePart = {
  type: 'file',
  id: 'f',
  name: 'prices.pdf',
  mediaType: 'application/pdf',
  data: { kind: 'bytes', bytes: new Blob(['%PDF-1.7 prices']) },
};
const wav: FilePart = {
  ...pdf,
  name: 'voice.wav',
  mediaType: 'audio/wav',
  data: { kind: 'bytes', bytes: new Blob(['RIFF0000WAVE']) },
};

const shapes: ReadonlyArray<{ wire: WireFormat; upstream?: string; file: FilePart }> = [
  { wire: openaiChat, file: pdf },
  { wire: openaiChat, file: wav },
  { wire: openaiResponses, file: pdf },
  { wire: anthropicMessages, file: pdf },
  { wire: geminiGenerate, upstream: 'https://api.provider.example/v1beta/models', file: pdf },
  { wire: geminiGenerate, upstream: 'https://api.provider.example/v1beta/models', file: wav },
];

test.each(shapes)('$file.mediaType in $wire.name goes upstream as it is', async (shape) => {
  const { wire, upstream, file } = shape;
  const question: ChatMessage = {
    id: 'q',
    role: 'user',
    parts: [file, { type: 'text', text: 'What is dearest?' }],
  };
  const { body, path } = await wire.buildRequest([question], { model: 'm-small' });
  const sent = await body.text();
  const facts: number[] = [];
  const options: Partial<ProxyOptions> = {
    policy: ({ files, images }) => void facts.push(files, images),
    ...(upstream !== undefined && { upstream }),
  };
  const { handler, calls } = testProxy(options);
  const address = upstream === undefined ? undefined : `https://app.example/api${path}`;
  const request = ask(JSON.parse(sent) as object);
  const response = await handler(address === undefined ? request : new Request(address, request));
  expect(response.status).toBe(200);
  const passed = calls[0]?.body as { messages?: unknown; input?: unknown; contents?: unknown };
  const written = JSON.parse(sent) as typeof passed;
  expect(passed.messages ?? passed.input ?? passed.contents).toEqual(
    written.messages ?? written.input ?? written.contents,
  );
  expect(facts).toEqual([1, 0]);
});

const base64 = (text: string): string => btoa(text);

test.each([
  {
    what: 'a PDF that is none',
    part: { type: 'file', file: { file_data: `data:application/pdf;base64,${base64('MZ\0\0')}` } },
    code: '400 bad-file',
  },
  {
    what: 'an image in the place of a file',
    part: { type: 'input_file', file_data: `data:image/svg+xml;base64,${base64('<svg/>')}` },
    code: '400 bad-file',
  },
  {
    what: 'a program',
    part: { type: 'input_file', file_data: `data:application/x-msdownload;base64,${base64('MZ')}` },
    code: '400 bad-file',
  },
  {
    what: 'broken base64',
    part: { type: 'input_audio', input_audio: { data: '@@@@', format: 'wav' } },
    code: '400 bad-file',
  },
  {
    what: 'an odd format',
    part: { type: 'input_audio', input_audio: { data: base64('RIFF'), format: '../x' } },
    code: '400 bad-file',
  },
  {
    what: 'a document by a link',
    part: { type: 'document', source: { type: 'url', url: 'http://169.254.169.254/' } },
    code: '400 unsupported-part',
  },
  {
    what: "a file of the server's account",
    part: { type: 'file', file: { file_id: 'file-1' } },
    code: '400 file-id',
  },
])('not $what', async ({ part, code }) => {
  const { handler, calls } = testProxy();
  expect(await codeOf(await handler(ask(withContent(part))))).toBe(code);
  expect(calls).toHaveLength(0);
});

test('no more of them than the server allows, and none if it says so', async () => {
  const file = {
    type: 'file',
    file: { filename: 'a.txt', file_data: `data:text/plain;base64,${base64('hello')}` },
  };
  const withFiles = (count: number) => ({
    ...plain,
    messages: [{ role: 'user', content: Array.from({ length: count }, () => file) }],
  });
  expect((await testProxy().handler(ask(withFiles(10)))).status).toBe(200);
  expect(await codeOf(await testProxy().handler(ask(withFiles(11))))).toBe('400 too-many-files');
  const none = testProxy({ maxFiles: 0 });
  expect(await codeOf(await none.handler(ask(withFiles(1))))).toBe('400 too-many-files');
});
