import { describe, expect, test } from 'vitest';
import { base64Of, dataUrl, post, quickBackend } from './helpers.js';

const backend = quickBackend();

function ask(body: Record<string, unknown>) {
  return backend(
    post('http://demo.invalid/api/chat', {
      model: 'qwen3-vl:8b',
      messages: [{ role: 'user', content: 'Hi', images: [base64Of('quad.png')] }],
      ...body,
    }),
  );
}

async function show(model: string): Promise<unknown> {
  const response = await backend(post('http://demo.invalid/api/show', { model }));
  return response.json();
}

describe('Ollama', () => {
  test('streams lines of JSON unless told not to, with the same text', async () => {
    const streamed = await ask({});
    expect(streamed.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await streamed.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { message: { content: string }; done: boolean });
    expect(lines.map(({ done }) => done).indexOf(true)).toBe(lines.length - 1);
    const text = lines.map(({ message }) => message.content).join('');
    const whole = (await (await ask({ stream: false })).json()) as { message: { content: string } };
    expect(text).toBe(whole.message.content);
    expect(text).toContain('1 image');
    expect(lines.at(-1)).toMatchObject({
      done_reason: 'stop',
      eval_count: Math.ceil(text.length / 4),
    });
  });

  test.each([
    {
      what: 'a data: prefix',
      body: { messages: [{ role: 'user', content: '?', images: [dataUrl('quad.png')] }] },
      error: 'illegal base64 data at input byte 4',
    },
    {
      what: 'a GIF',
      body: { messages: [{ role: 'user', content: '?', images: [base64Of('quad.gif')] }] },
      error: 'invalid image input',
    },
    {
      what: 'parts instead of text',
      body: { messages: [{ role: 'user', content: [{ type: 'text', text: '?' }] }] },
      error:
        'json: cannot unmarshal array into Go struct field ChatRequest.messages.content of type string',
    },
    {
      what: 'an image for a model that cannot see',
      body: { model: 'llama3.2:3b' },
      error: 'this model is missing data required for image input',
    },
  ])('refuses $what', async ({ body, error }) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
  });

  test('tells by /api/show what a model can see', async () => {
    expect(await show('qwen3-vl:8b')).toMatchObject({ capabilities: ['completion', 'vision'] });
    expect(await show('llama3.2:3b')).toMatchObject({ capabilities: ['completion'] });
    expect(await show('acme')).toEqual({ error: "model 'acme' not found" });
  });

  test('lists its models by /api/tags', async () => {
    const tags = await backend('http://demo.invalid/api/tags');
    expect(await tags.json()).toMatchObject({
      models: expect.arrayContaining([expect.objectContaining({ name: 'qwen3-vl:8b' })]),
    });
  });
});
