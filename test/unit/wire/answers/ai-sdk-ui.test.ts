/** What a chunk of a UI message stream says: https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol */
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/wire/types.js';
import { aiSdkUi } from '../../../../src/wire/ai-sdk-ui/index.js';
import { readData } from '../../../helpers/read-data.js';

const PNG = 'iVBORw0KGgo=';
const pngUrl = `data:image/png;base64,${PNG}`;
const update = (facts: object) => ({ type: 'tool-update', ...facts });

/** What comes of these chunks besides the start, the text “Yes.” and the end. */
async function read(...chunks: object[]): Promise<ChatEvent[]> {
  const all = await readData(aiSdkUi, [
    { type: 'start', messageId: 'm' },
    { type: 'start-step' },
    { type: 'text-delta', id: '1', delta: 'Yes.' },
    ...chunks,
    { type: 'finish', finishReason: 'stop' },
  ]);
  expect(all[0]).toEqual({ type: 'message-start', id: 'm' });
  expect(all[1]).toEqual({ type: 'text-delta', text: 'Yes.' });
  expect(all.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
  return all.slice(2, -1);
}

describe('a chunk', () => {
  const providerMetadata = { openai: { itemId: 'i' } };
  const returned = { providerMetadata };
  test.each<[object, object[]]>([
    [{ type: 'text-delta', id: '1', delta: '' }, []],
    [{ type: 'reasoning-start', id: 'r' }, [{ type: 'reasoning-delta', text: '' }]],
    [
      { type: 'reasoning-start', id: 'r', providerMetadata },
      [{ type: 'reasoning-delta', text: '', returned }],
    ],
    [
      { type: 'reasoning-delta', id: 'r', delta: 'Hm.' },
      [{ type: 'reasoning-delta', text: 'Hm.' }],
    ],
    [{ type: 'reasoning-delta', id: 'r', delta: '' }, []],
    [{ type: 'reasoning-end', id: 'r' }, []],
    [
      { type: 'reasoning-end', id: 'r', providerMetadata },
      [{ type: 'reasoning-delta', text: '', returned }],
    ],
    [
      { type: 'source-url', url: 'https://a.example', title: 'A' },
      [{ type: 'source-add', url: 'https://a.example', title: 'A' }],
    ],
    [
      { type: 'source-url', url: 'https://a.example' },
      [{ type: 'source-add', url: 'https://a.example' }],
    ],
    [
      { type: 'source-document', title: 'A', filename: 'a.pdf' },
      [{ type: 'source-add', title: 'A' }],
    ],
    [
      { type: 'source-document', title: '', filename: 'a.pdf' },
      [{ type: 'source-add', title: 'a.pdf' }],
    ],
    [{ type: 'source-document' }, []],
    [
      { type: 'file', url: pngUrl, mediaType: 'image/png' },
      [{ type: 'image-add', url: pngUrl, mediaType: 'image/png' }],
    ],
    [
      { type: 'file', url: pngUrl, mediaType: 'image' },
      [{ type: 'image-add', url: pngUrl, mediaType: 'image/png' }],
    ],
    [
      { type: 'reasoning-file', url: pngUrl, mediaType: 'image/png' },
      [{ type: 'image-add', url: pngUrl, mediaType: 'image/png' }],
    ],
    [
      { type: 'file', url: 'https://a.example/a.pdf', mediaType: 'application/pdf' },
      [{ type: 'file-add', url: 'https://a.example/a.pdf', mediaType: 'application/pdf' }],
    ],
    [{ type: 'file', mediaType: 'image/png' }, []],
    [{ type: 'start-step' }, []],
    [{ type: 'start', messageId: 'other' }, []],
    [{ type: 'data-weather', data: {} }, []],
    [
      {
        type: 'message-metadata',
        messageMetadata: { totalUsage: { inputTokens: 5, outputTokens: 2 } },
      },
      [{ type: 'usage-update', inputTokens: 5, outputTokens: 2 }],
    ],
    [
      { type: 'message-metadata', messageMetadata: { usage: { inputTokens: 5 } } },
      [{ type: 'usage-update', inputTokens: 5 }],
    ],
    [{ type: 'message-metadata', messageMetadata: {} }, []],
  ])('%j', async (chunk, expected) => {
    expect(await read(chunk)).toEqual(expected);
  });

  test('of a text without text is a bad response', async () => {
    const events = await readData(aiSdkUi, [{ type: 'start' }, { type: 'text-delta', id: '1' }]);
    expect(events.at(-1)).toMatchObject({ type: 'message-fail', code: 'bad-response' });
  });

  test('of another step begins another text', async () => {
    const chunks = [{ type: 'start-step' }, { type: 'text-delta', id: '1', delta: 'No.' }];
    expect(await read(...chunks)).toEqual([{ type: 'text-delta', text: '\n\nNo.' }]);
  });

  test('of a step starts the message where no other has', async () => {
    const [start] = await readData(aiSdkUi, [{ type: 'start-step' }]);
    expect(start).toEqual({ type: 'message-start' });
  });
});

const cited = (citation: unknown) => ({ type: 'text-end', id: '1', citations: [citation] });

describe('a citation', () => {
  const source = { url: 'https://a.example', title: 'A' };
  test.each<[unknown, object[]]>([
    [
      { source, citedText: 'q', startIndex: 0, endIndex: 3 },
      [{ ...source, quote: 'q', range: { start: 0, end: 3 } }],
    ],
    [{ source }, [source]],
    [{ citedText: 'q' }, []],
    [null, []],
  ])('%j', async (citation, expected) => {
    expect(await read(cited(citation))).toEqual(
      expected.map((one) => ({ type: 'source-add', ...one })),
    );
  });

  test('is placed in its own text', async () => {
    const other = { type: 'text-delta', id: '2', delta: 'No.' };
    const end = { ...cited({ source, startIndex: 0, endIndex: 3 }), id: '2' };
    expect((await read(other, end)).at(-1)).toMatchObject({ range: { start: 6, end: 9 } });
  });
});

const output = (preliminary: boolean) => ({
  type: 'tool-output-available',
  toolCallId: 't',
  output: { result: PNG },
  preliminary,
});

describe('a tool', () => {
  const call = { toolCallId: 't', toolName: 'f' };
  const providerMetadata = { openai: { itemId: 'i' } };
  test.each<[object, object]>([
    [{ type: 'tool-input-start', ...call }, { name: 'f' }],
    [
      { type: 'tool-input-start', ...call, dynamic: true, providerExecuted: true },
      { name: 'f', returned: { type: 'dynamic-tool', providerExecuted: true } },
    ],
    [{ type: 'tool-input-delta', toolCallId: 't', inputTextDelta: '{' }, { argumentsDelta: '{' }],
    [
      { type: 'tool-input-available', ...call, input: { a: 1 }, providerMetadata },
      {
        name: 'f',
        arguments: '{"a":1}',
        state: 'called',
        returned: { callProviderMetadata: providerMetadata },
      },
    ],
    [
      { type: 'tool-input-error', ...call, input: 'x', errorText: 'No.' },
      { name: 'f', arguments: 'x', state: 'failed', result: 'No.' },
    ],
    [
      { type: 'tool-output-available', toolCallId: 't', output: 'two', providerMetadata },
      { state: 'done', result: 'two', returned: { resultProviderMetadata: providerMetadata } },
    ],
    [
      { type: 'tool-output-available', toolCallId: 't', output: { n: 2 } },
      { state: 'done', result: '{"n":2}' },
    ],
    [
      { type: 'tool-output-available', toolCallId: 't', output: 'half', preliminary: true },
      { state: 'called', result: 'half' },
    ],
    [
      { type: 'tool-output-error', toolCallId: 't', errorText: 'No.' },
      { state: 'failed', result: 'No.' },
    ],
    [{ type: 'tool-output-denied', toolCallId: 't' }, { state: 'failed' }],
  ])('%j', async (chunk, facts) => {
    const events = await read(chunk);
    expect(events[0]).toEqual(update({ id: 't', ...facts }));
    // A call that is still written is called at the end.
    const isOpen = /start|delta/.test((chunk as { type: string }).type);
    expect(events.slice(1)).toEqual(isOpen ? [update({ id: 't', state: 'called' })] : []);
  });

  const image = { type: 'image-add', url: pngUrl, mediaType: 'image/png', toolCallId: 't' };
  test.each<[string, unknown, object[], string]>([
    [
      'of MCP',
      {
        content: [
          { type: 'text', text: 'a' },
          { type: 'image', data: PNG, mimeType: 'image/png' },
          { type: 'text', text: 'b' },
        ],
      },
      [image],
      'a\nb',
    ],
    [
      'of the SDK',
      { type: 'content', value: [{ type: 'image-data', data: PNG, mediaType: 'image/png' }] },
      [image],
      '',
    ],
    ['without a type', [{ type: 'image', data: PNG }], [image], ''],
    ['as media', [{ type: 'media', data: PNG, mediaType: 'image/png' }], [image], ''],
    ['as a data URL', [{ type: 'image', data: pngUrl }], [image], ''],
    [
      'at an address',
      [{ type: 'image-url', url: 'https://a.example/a.png' }],
      [{ ...image, url: 'https://a.example/a.png' }],
      '',
    ],
    ['alone', { result: PNG }, [image], ''],
  ])('answers with an image %s', async (_, output, images, result) => {
    const chunk = { type: 'tool-output-available', toolCallId: 't', output };
    expect(await read(chunk)).toEqual([update({ id: 't', state: 'done', result }), ...images]);
  });

  test.each<[unknown]>([
    [[{ type: 'media', data: PNG, mediaType: 'audio/wav' }]],
    [[{ type: 'image' }]],
    [[null]],
    [{ result: 'no image' }],
  ])('answers with none: %j', async (output) => {
    const chunk = { type: 'tool-output-available', toolCallId: 't', output };
    expect(await read(chunk)).toEqual([
      update({ id: 't', state: 'done', result: JSON.stringify(output) }),
    ]);
  });

  test('that makes an image shows it while it is made, in one place', async () => {
    const made = {
      type: 'tool-input-available',
      toolCallId: 't',
      toolName: 'image_generation',
      input: {},
    };
    const preview = { type: 'image-progress', id: 't', url: pngUrl, mediaType: 'image/png' };
    const events = await read(made, output(true), output(false));
    expect(events.filter(({ type }) => type !== 'tool-update')).toEqual([
      { type: 'image-progress', id: 't' },
      preview,
      { ...image, progressId: 't' },
    ]);
    const other = await read(output(true), output(false));
    expect(other.filter(({ type }) => type !== 'tool-update')).toEqual([
      preview,
      { ...image, progressId: 't' },
    ]);
  });
});

describe('the end', () => {
  const start = [{ type: 'start' }, { type: 'text-delta', id: '1', delta: 'a' }];
  test.each<[unknown, object]>([
    [{ type: 'finish' }, { type: 'message-end', reason: 'complete' }],
    [{ type: 'finish', finishReason: 'unknown' }, { reason: 'complete' }],
    [{ type: 'finish', finishReason: 'content-filter' }, { reason: 'filtered' }],
    [{ type: 'finish', finishReason: 'length' }, { reason: 'length' }],
    [{ type: 'finish', finishReason: 'tool-calls' }, { reason: 'tool-call' }],
    [
      { type: 'finish', finishReason: 'other' },
      { code: 'incomplete', facts: { providerCode: 'other' } },
    ],
    [{ type: 'abort' }, { code: 'incomplete', facts: { providerCode: 'aborted' } }],
    [
      { type: 'error', errorText: 'Broke.' },
      { code: 'provider-error', facts: { providerMessage: 'Broke.' } },
    ],
    [
      { error: { message: 'Broke.' } },
      { code: 'provider-error', facts: { providerMessage: 'Broke.' } },
    ],
  ])('%j', async (chunk, expected) => {
    const events = await readData(aiSdkUi, [...start, chunk]);
    expect(events).toHaveLength(3);
    expect(events.at(-1)).toMatchObject(expected);
  });
});
