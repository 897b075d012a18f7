import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { readFixture } from '../../helpers/read-fixture.js';
import { BASE, dataUrl, post, quickBackend } from './helpers.js';

function client(): OpenAI {
  return new OpenAI({ apiKey: 'sk-x', baseURL: BASE, maxRetries: 0, fetch: quickBackend() });
}

async function threadWithImage(openai: OpenAI) {
  const file = await openai.files.create({
    file: new File([readFixture('photo.jpg')], 'photo.jpg', { type: 'image/jpeg' }),
    purpose: 'vision',
  });
  const assistant = await openai.beta.assistants.create({ model: 'gpt-4o' });
  const thread = await openai.beta.threads.create({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is it?' },
          { type: 'image_file', image_file: { file_id: file.id, detail: 'low' } },
          { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
        ],
      },
    ],
  });
  return { assistant, thread };
}

describe('Assistants, through the official client', () => {
  test('streams a run over a thread with an uploaded image and a link', async () => {
    const openai = client();
    const { assistant, thread } = await threadWithImage(openai);
    const stream = openai.beta.threads.runs.stream(thread.id, { assistant_id: assistant.id });
    let text = '';
    stream.on('textDelta', (delta) => {
      text += delta.value ?? '';
    });
    const run = await stream.finalRun();
    expect(run.status).toBe('completed');
    expect(text).toContain('2 images');
    expect(text).toContain('uploaded before');
    expect(text).toContain('link to example.com');
    const messages = await openai.beta.threads.messages.list(thread.id);
    expect(messages.data[0]?.content[0]).toMatchObject({ text: { value: text } });
  });

  test('runs without a stream and can be polled', async () => {
    const openai = client();
    const { assistant, thread } = await threadWithImage(openai);
    const run = await openai.beta.threads.runs.create(thread.id, { assistant_id: assistant.id });
    expect(run.status).toBe('queued');
    const done = await openai.beta.threads.runs.retrieve(run.id, { thread_id: thread.id });
    expect(done.status).toBe('completed');
    expect(done.usage?.prompt_tokens).toBe(85 + 3);
  });

  test('makes a thread and its run at once', async () => {
    const openai = client();
    const stream = await openai.beta.threads.createAndRun({
      assistant_id: 'asst_none',
      model: 'gpt-4o',
      thread: { messages: [{ role: 'user', content: 'Hi' }] },
      stream: true,
    });
    const events: string[] = [];
    for await (const { event } of stream) events.push(event);
    expect(events[0]).toBe('thread.created');
    expect(events.at(-1)).toBe('thread.run.completed');
  });

  test('refuses base64', async () => {
    const openai = client();
    const { id } = await openai.beta.threads.create();
    const url = dataUrl('quad.png');
    const failed = openai.beta.threads.messages.create(id, {
      role: 'user',
      content: [
        { type: 'text', text: '?' },
        { type: 'image_url', image_url: { url } },
      ],
    });
    await expect(failed).rejects.toMatchObject({
      status: 400,
      param: 'content[1].image_url.url',
      error: {
        message:
          "Invalid 'content[1].image_url.url'. Expected a valid URL, but got a value with an invalid format.",
      },
    });
  });

  test('refuses files of another purpose, and threads that are not there', async () => {
    const backend = quickBackend();
    const missing = await backend(
      post('/threads/thread_none/messages', { role: 'user', content: 'Hi' }),
    );
    expect(missing.status).toBe(404);
    const form = new FormData();
    form.set('purpose', 'assistants');
    form.set('file', new File([readFixture('photo.jpg')], 'photo.jpg'));
    const uploaded = await backend(`${BASE}/files`, { method: 'POST', body: form });
    const { id } = (await uploaded.json()) as { id: string };
    const refused = await backend(
      post('/threads', {
        messages: [
          { role: 'user', content: [{ type: 'image_file', image_file: { file_id: id } }] },
        ],
      }),
    );
    expect(await refused.json()).toMatchObject({
      error: { param: 'messages[0].content[0].image_file.file_id' },
    });
  });
});
