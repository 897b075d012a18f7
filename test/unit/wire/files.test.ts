/** Files besides images: how each format writes them, and what is said of those that it cannot carry. */
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/messages/check-request.js';
import type { ChatMessage, FilePart, ImageContent } from '../../../src/messages/types.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';

const formats: readonly WireFormat[] = [...allWireFormats, aiSdkUi];

const bytes: ImageContent = { kind: 'bytes', bytes: new Blob(['%PDF']) };
const base64 = btoa('%PDF');
const url: ImageContent = { kind: 'url', url: 'https://files.example/a.pdf' };
const id: ImageContent = { kind: 'file-id', fileId: 'files/abc' };

function file(data: ImageContent, mediaType = 'application/pdf', name = 'a.pdf'): FilePart {
  return { type: 'file', id: 'f', data, mediaType, name };
}

function ask(part: FilePart): ChatMessage[] {
  return [{ id: 'q', role: 'user', parts: [part, { type: 'text', text: 'What is it?' }] }];
}

const nothing = undefined;
const written: Readonly<Record<string, Array<[name: string, part: FilePart, wanted: unknown]>>> = {
  'openai-responses': [
    [
      'bytes',
      file(bytes),
      { type: 'input_file', filename: 'a.pdf', file_data: `data:application/pdf;base64,${base64}` },
    ],
    ['a link', file(url), { type: 'input_file', file_url: 'https://files.example/a.pdf' }],
    ['an id', file(id), { type: 'input_file', file_id: 'files/abc' }],
    ['audio', file(bytes, 'audio/wav'), nothing],
  ],
  'openai-chat': [
    [
      'bytes',
      file(bytes),
      {
        type: 'file',
        file: { filename: 'a.pdf', file_data: `data:application/pdf;base64,${base64}` },
      },
    ],
    ['a link', file(url), nothing],
    ['an id', file(id), { type: 'file', file: { file_id: 'files/abc' } }],
    [
      'audio',
      file(bytes, 'audio/mpeg'),
      { type: 'input_audio', input_audio: { data: base64, format: 'mp3' } },
    ],
  ],
  'openai-assistants': [
    ['bytes', file(bytes), nothing],
    ['an id', file(id), nothing],
  ],
  'anthropic-messages': [
    [
      'bytes',
      file(bytes),
      {
        type: 'document',
        title: 'a.pdf',
        source: { type: 'base64', media_type: 'application/pdf', data: base64 },
      },
    ],
    [
      'a link',
      file(url),
      {
        type: 'document',
        title: 'a.pdf',
        source: { type: 'url', url: 'https://files.example/a.pdf' },
      },
    ],
    [
      'an id',
      file(id),
      { type: 'document', title: 'a.pdf', source: { type: 'file', file_id: 'files/abc' } },
    ],
    ['audio', file(bytes, 'audio/wav'), nothing],
  ],
  'gemini-generate': [
    ['bytes', file(bytes), { inlineData: { mimeType: 'application/pdf', data: base64 } }],
    [
      'an id',
      file(id),
      {
        fileData: {
          mimeType: 'application/pdf',
          fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/abc',
        },
      },
    ],
    ['audio', file(bytes, 'audio/wav'), { inlineData: { mimeType: 'audio/wav', data: base64 } }],
    ['a document of an office', file(bytes, 'application/msword'), nothing],
  ],
  'ollama-chat': [['bytes', file(bytes), nothing]],
  'ai-sdk-ui': [
    [
      'bytes',
      file(bytes),
      {
        type: 'file',
        mediaType: 'application/pdf',
        filename: 'a.pdf',
        url: `data:application/pdf;base64,${base64}`,
      },
    ],
    [
      'a link',
      file(url),
      {
        type: 'file',
        mediaType: 'application/pdf',
        filename: 'a.pdf',
        url: 'https://files.example/a.pdf',
      },
    ],
  ],
};

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

/** The same fields in any order. */
function equals(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Object.entries(value)
          .map(([name, field]) => [name, sorted(field)])
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

describe.each(formats)('$name', (wire) => {
  test.each(written[wire.name] ?? [])('a file as %s', async (_name, part, wanted) => {
    const { body, warnings } = await wire.buildRequest(ask(part), { model: 'asst_any' });
    const text = await body.text();
    expect(text).toContain('What is it?');
    const found = objectsIn(JSON.parse(text)).filter((object) => equals(object, wanted));
    expect(found).toHaveLength(wanted === nothing ? 0 : 1);
    expect(text.includes(base64) || /abc|example/.test(text)).toBe(wanted !== nothing);
    expect(warnings.map(({ code, fileId }) => [code, fileId])).toEqual(
      wanted === nothing ? [['file-dropped', 'f']] : [],
    );
    // What would be left out is said before anything is sent.
    const problems = checkRequest(ask(part), { model: 'gpt-5.6-terra', wire });
    expect(problems.map(({ code, severity, fileId }) => [code, severity, fileId])).toEqual(
      wanted === nothing ? [['file-not-taken', 'error', 'f']] : [],
    );
  });

  test('a text reaches every model', async () => {
    const notes = file({ kind: 'bytes', bytes: new Blob(['Rye, 3.90']) }, 'text/plain', 'n.txt');
    const { body, warnings } = await wire.buildRequest(ask(notes), { model: 'asst_any' });
    const text = await body.text();
    expect(text.includes('Rye, 3.90') || text.includes(btoa('Rye, 3.90'))).toBe(true);
    expect(warnings).toEqual([]);
    expect(checkRequest(ask(notes), { model: 'gpt-5.6-terra', wire })).toEqual([]);
  });
});

test('a file of an earlier message that is left out stops nothing', () => {
  const wire = formats.find(({ name }) => name === 'ollama-chat') as WireFormat;
  const problems = checkRequest(
    [...ask(file(bytes)), { id: 'q2', role: 'user', parts: [{ type: 'text', text: 'And now?' }] }],
    { model: 'gpt-5.6-terra', wire },
  );
  expect(problems).toMatchObject([
    { code: 'file-not-taken', severity: 'warning', messageId: 'q', fileId: 'f' },
  ]);
});

test('a PDF for a model that reads text only is warned of', () => {
  const problems = checkRequest(ask(file(bytes)), {
    model: 'any',
    capabilities: { vision: false },
    wire: formats[0] as WireFormat,
  });
  expect(problems).toMatchObject([{ code: 'file-not-taken', severity: 'warning' }]);
});
