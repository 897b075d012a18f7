import { describe, expect, test, vi } from 'vitest';
import type { DemoQuestion } from '../../../src/demo/index.js';
import { readFixture } from '../../helpers/read-fixture.js';
import {
  answerOf,
  base64Of,
  BASE,
  dataUrl,
  post,
  question,
  quickBackend,
  type ChatBody,
} from './helpers.js';

describe('what the demo backend answers', () => {
  const backend = quickBackend();

  test('says that it is no model, and what it received', async () => {
    const text = await answerOf(
      backend,
      question(
        'What is this?',
        { url: dataUrl('quad.png'), detail: 'high' },
        { url: dataUrl('photo.jpg') },
      ),
    );
    const [line, ...table] = text.split('\n').filter(Boolean);
    expect(line).toBe(
      'This is the demo backend, not a model. It received 2 images, exactly as a model would:',
    );
    expect(table).toEqual([
      '| Image | Received as | Detail | Tokens |',
      '| --- | --- | --- | ---: |',
      expect.stringMatching(/^\| Image 1 \| PNG, \d+×\d+ px, [\d,]+ \w+ \| high \| [\d,]+ \|$/),
      expect.stringMatching(/^\| Image 2 \| JPEG, .* \| auto \(\w+\) \| [\d,]+ \|$/),
    ]);
  });

  test('sums up what it received if there are many images', async () => {
    const images = Array.from({ length: 12 }, () => ({ url: dataUrl('quad.png'), detail: 'low' }));
    const text = await answerOf(backend, { ...question('?', ...images), model: 'gpt-4o' });
    expect(text.split('\n').filter((line) => line.startsWith('|'))).toEqual([
      '| Image | Received as | Detail | Tokens |',
      '| --- | --- | --- | ---: |',
      ...[1, 2, 3].map((number) =>
        expect.stringMatching(`^\\| Image ${number} \\| PNG, .* 85 \\|$`),
      ),
      '| and 9 more | PNG |  | 765 |',
      '| **12 images** |  |  | **1,020** |',
    ]);
  });

  test('counts images by the rule of the model that was asked for', async () => {
    const body = { ...question('?', { url: dataUrl('quad.png'), detail: 'low' }), model: 'gpt-4o' };
    const response = await backend(post('/chat/completions', body));
    const { usage } = (await response.json()) as ChatBody;
    // 85 tokens for an image at low detail, one for the question mark.
    expect(usage.prompt_tokens).toBe(86);
  });

  test('names a link by its host and does not open it', async () => {
    const text = await answerOf(backend, question('?', { url: 'https://example.com/a.png' }));
    expect(text).toContain('| link to example.com, not opened |');
  });

  test('says how many earlier images were sent again', async () => {
    const first = question('One', { url: dataUrl('quad.png') })['messages'] as unknown[];
    const messages = [
      ...first,
      { role: 'assistant', content: 'Yes' },
      { role: 'user', content: 'Two' },
    ];
    expect(await answerOf(backend, { model: 'gpt-4o', messages })).toContain(
      'your question and 1 earlier image again',
    );
  });

  test.each([
    { ask: 'Compare them', form: '### Differences' },
    { ask: 'Give me code', form: '```json' },
    { ask: 'A long answer', form: '## At length' },
  ])('"$ask" changes the form of the answer', async ({ ask, form }) => {
    const body = question(ask, { url: dataUrl('quad.png') }, { url: dataUrl('photo.jpg') });
    expect(await answerOf(backend, body)).toContain(form);
  });

  test('quotes the words in an image when it can read', async () => {
    const reads = quickBackend({
      readText: async (image) => `${image.type} of ${image.size}\nTOTAL 12.50`,
      describe: async () => 'mostly *red*',
    });
    const size = readFixture('small_text.png').length;
    const text = await answerOf(reads, question('?', { url: dataUrl('small_text.png') }));
    expect(text).toContain(`Image 1 reads “image/png of ${size} TOTAL 12.50”`);
    expect(text).toContain('mostly \\*red\\*');
  });

  test('streams what it knows before it has read the words, and says the rest when it has', async () => {
    const reading = new EventTarget();
    const reads = quickBackend({
      readText: () =>
        new Promise((resolve) => reading.addEventListener('done', () => resolve('TOTAL'))),
    });
    const body = { ...question('?', { url: dataUrl('quad.png') }), stream: true };
    const response = await reads(post('/chat/completions', body));
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body as ReadableStream<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('96×64')) reading.dispatchEvent(new Event('done'));
    }
    expect(text).toContain('TOTAL');
    expect(text.indexOf('TOTAL')).toBeGreaterThan(text.indexOf('96×64'));
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  test('reads nothing where a fault is ordered, and answers without words where the reader fails', async () => {
    const reader = vi.fn(() => Promise.reject(new Error('no reader')));
    const reads = quickBackend({ readText: reader });
    const image = { url: dataUrl('quad.png') };
    await answerOf(reads, question('Hi /fault length', image));
    expect(reader).not.toHaveBeenCalled();
    const text = await answerOf(reads, question('Hi', image));
    expect(reader).toHaveBeenCalledTimes(1);
    expect(text).toContain('It received 1 image');
    expect(text).not.toContain(' reads “');
  });

  test('says nothing of words where there are none, and quotes one line at most', async () => {
    const words = ['', ' ~ \n|', 'a'.repeat(300), 'never read'];
    const reader = vi.fn(async () => words[reader.mock.calls.length - 1] ?? '');
    const images = Array.from({ length: 5 }, () => ({ url: dataUrl('quad.png') }));
    const reads = quickBackend({ readText: reader });
    const text = await answerOf(reads, question('Hi', ...images));
    expect(reader).toHaveBeenCalledTimes(3);
    expect(text.match(/ reads “/g)).toHaveLength(1);
    expect(text.split('\n').at(-1)).toBe(`Image 3 reads “${'a'.repeat(120)}…”`);
  });

  test('answers in the words of the app where it has some', async () => {
    const reply = vi.fn(async ({ images, text }: DemoQuestion) =>
      text === 'Why?' ? undefined : `${images.length} of ${images[0]?.type}`,
    );
    const writes = quickBackend({ reply });
    const image = { url: dataUrl('quad.png') };
    const link = { url: 'https://example.com/a.png' };
    expect(await answerOf(writes, question('What is this?', image, link))).toBe('2 of image/png');
    const first = question('What?', image)['messages'] as unknown[];
    const messages = [
      { role: 'system', content: 'Be brief.' },
      ...first,
      { role: 'assistant', content: 'A square.' },
      { role: 'user', content: 'Why?' },
    ];
    expect(await answerOf(writes, { model: 'gpt-4o', messages })).toContain('demo backend');
    expect(reply).toHaveBeenLastCalledWith({
      text: 'Why?',
      images: [],
      earlierImages: [expect.objectContaining({ type: 'image/png' })],
      instructions: 'Be brief.',
      model: 'gpt-4o',
    });
  });

  test('takes the words of the person, not the labels of the images', async () => {
    const content = [
      { type: 'text', text: 'Image 1: a receipt' },
      { type: 'image_url', image_url: { url: dataUrl('quad.png') } },
      { type: 'text', text: 'Image 2:\n1: the date\n2: the sum' },
      { type: 'image_url', image_url: { url: dataUrl('small_text.png') } },
      { type: 'text', text: 'Which is older?\nImage two, I think.' },
    ];
    const body = { model: 'gpt-4o', messages: [{ role: 'user', content }] };
    const echoes = quickBackend({ reply: ({ text }) => text });
    expect(await answerOf(echoes, body)).toBe('Which is older?\nImage two, I think.');
  });

  test('what stands in an image does not become markdown', async () => {
    const reads = quickBackend({ readText: async () => '![x](https://evil.example/?q) <b>' });
    const text = await answerOf(reads, question('?', { url: dataUrl('quad.png') }));
    expect(text).toContain('!\\[x\\](https://evil.example/?q) \\<b\\>');
  });

  test('stops at the output limit and says so', async () => {
    const body = { ...question('long'), max_completion_tokens: 5 };
    const response = await backend(post('/chat/completions', body));
    const { choices, usage } = (await response.json()) as ChatBody;
    expect(choices[0]?.finish_reason).toBe('length');
    expect(usage.completion_tokens).toBe(5);
  });

  test.each([
    '/v1/chat/completions',
    '/chat/completions',
    '/proxy/deep/v1/chat/completions?x=1',
    '/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21',
  ])('answers at %s', async (path) => {
    const response = await backend(post(`http://any.invalid${path}`, question('Hi')));
    expect(response.status).toBe(200);
  });

  test('lists its models', async () => {
    const own = quickBackend({ models: ['gpt-4o', { id: 'mine', vision: true }] });
    const response = await own(`${BASE}/models`);
    expect(await response.json()).toMatchObject({
      object: 'list',
      data: [{ id: 'gpt-4o', object: 'model' }, { id: 'mine' }],
    });
  });

  test('can stand in for fetch, with a relative address', async () => {
    const response = await backend('/v1/chat/completions', {
      method: 'POST',
      body: JSON.stringify(question('Hi')),
    });
    expect(response.ok).toBe(true);
  });

  test('lets pages of every origin in', async () => {
    const response = await backend(`${BASE}/chat/completions`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'authorization, x-demo-fault' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'authorization, x-demo-fault',
    );
    const answered = await backend(post('/chat/completions', question('Hi')));
    expect(answered.headers.get('access-control-allow-origin')).toBe('*');
    expect(answered.headers.get('x-request-id')).toMatch(/^req_/);
  });

  test('bare base64 is judged by its bytes, not by its label', async () => {
    const url = `data:image/png;base64,${base64Of('photo.jpg')}`;
    expect(await answerOf(backend, question('?', { url }))).toContain('| Image 1 | JPEG');
  });
});
