import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { BASE, dataUrl, question, quickBackend } from './helpers.js';

function client(headers: Record<string, string> = {}): OpenAI {
  return new OpenAI({
    apiKey: 'sk-x',
    baseURL: BASE,
    maxRetries: 0,
    fetch: quickBackend(),
    defaultHeaders: headers,
  });
}

function line(customId: string, body: unknown, url = '/v1/chat/completions'): string {
  return JSON.stringify({ custom_id: customId, method: 'POST', url, body });
}

async function run(lines: string[], openai = client()) {
  const file = await openai.files.create({
    file: new File([lines.join('\n')], 'batch.jsonl'),
    purpose: 'batch',
  });
  const created = await openai.batches.create({
    input_file_id: file.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
  });
  let batch = created;
  while (['validating', 'in_progress', 'finalizing'].includes(batch.status)) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    batch = await openai.batches.retrieve(created.id);
  }
  return { created, batch, openai };
}

async function resultsOf(openai: OpenAI, fileId: string | undefined) {
  if (!fileId) return [];
  const text = await (await openai.files.content(fileId)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each) as { custom_id: string; response: unknown; error: unknown });
}

describe('batches, through the official client', () => {
  const good = question('?', { url: dataUrl('quad.png') });

  test('run each line as a request of its own', async () => {
    const { created, batch, openai } = await run([
      line('one', good),
      line('two', question('?', { url: 'data:image/png;base64,' })),
      line('three', good),
    ]);
    expect(created.status).toBe('validating');
    expect(batch).toMatchObject({
      status: 'completed',
      request_counts: { total: 3, completed: 2, failed: 1 },
    });
    const outputs = await resultsOf(openai, batch.output_file_id);
    expect(outputs.map(({ custom_id }) => custom_id).toSorted()).toEqual(['one', 'three']);
    expect(outputs[0]).toMatchObject({
      error: null,
      response: { status_code: 200, body: { object: 'chat.completion' } },
    });
    const failures = await resultsOf(openai, batch.error_file_id);
    expect(failures).toMatchObject([
      {
        custom_id: 'two',
        response: { status_code: 400, body: { error: { code: 'invalid_image_format' } } },
      },
    ]);
  });

  test('are not started when a line is wrong', async () => {
    const { batch } = await run([
      line('one', good),
      line('one', good),
      line('two', good, '/v1/responses'),
      line('three', { ...good, model: 'gpt-4o-mini' }),
      '{"custom_id":',
    ]);
    expect(batch.status).toBe('failed');
    expect(batch.errors?.data?.map(({ code, line: at }) => [code, at])).toEqual([
      ['duplicate_custom_id', 2],
      ['mismatched_url', 3],
      ['mismatched_model', 4],
      ['invalid_json_line', 5],
    ]);
  });

  test('that expire give the rest with batch_expired', async () => {
    const { batch, openai } = await run(
      [line('one', good), line('two', good)],
      client({ 'x-demo-fault': 'batch-expired' }),
    );
    expect(batch.status).toBe('expired');
    const failures = await resultsOf(openai, batch.error_file_id);
    expect(failures).toMatchObject([
      { custom_id: 'two', response: null, error: { code: 'batch_expired' } },
    ]);
  });

  test('can be cancelled', async () => {
    const openai = client();
    const lines = Array.from({ length: 50 }, (_, index) => line(`r${index}`, good));
    const file = await openai.files.create({
      file: new File([lines.join('\n')], 'batch.jsonl'),
      purpose: 'batch',
    });
    const { id } = await openai.batches.create({
      input_file_id: file.id,
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
    });
    expect((await openai.batches.cancel(id)).status).toBe('cancelling');
    await expect.poll(async () => (await openai.batches.retrieve(id)).status).toBe('cancelled');
  });
});
