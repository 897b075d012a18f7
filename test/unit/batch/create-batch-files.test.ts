import { describe, expect, test } from 'vitest';
import { createBatchFiles } from '../../../src/batch/create-batch-files.js';
import type { BatchRequest } from '../../../src/batch/types.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';

interface Line {
  custom_id: string;
  method: string;
  url: string;
  body: { model: string; stream: boolean; messages: unknown[] };
}

const pixels = crypto.getRandomValues(new Uint8Array(10_000));

function photo(): ImagePart {
  return {
    type: 'image',
    id: 'p',
    data: { kind: 'bytes', bytes: new Blob([pixels]) },
    mediaType: 'image/jpeg',
    detail: 'low',
  };
}

function ask(customId: string, model?: string): BatchRequest {
  return {
    customId,
    messages: [
      { id: 'u', role: 'user', parts: [{ type: 'text', text: 'What is it?\n' }, photo()] },
    ],
    ...(model !== undefined && { model }),
  };
}

function asks(count: number): BatchRequest[] {
  return Array.from({ length: count }, (_, index) => ask(`r-${index}`));
}

async function linesOf(content: Blob): Promise<Line[]> {
  const text = await content.text();
  expect(text.endsWith('}\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('createBatchFiles', () => {
  test.each([
    { wire: openaiChat, url: '/v1/chat/completions' },
    { wire: openaiResponses, url: '/v1/responses' },
  ])('writes the lines that $url takes', async ({ wire, url }) => {
    const { files, rejections, warnings } = await createBatchFiles(asks(3), { wire, model: 'm' });
    expect(rejections).toEqual([]);
    expect(warnings).toEqual([]);
    expect(files).toMatchObject([
      { name: 'batch-1.jsonl', model: 'm', wire: wire.name, customIds: ['r-0', 'r-1', 'r-2'] },
    ]);
    const lines = await linesOf(files[0]?.content ?? new Blob());
    expect(lines).toHaveLength(3);
    for (const [index, line] of lines.entries()) {
      expect(Object.keys(line)).toEqual(['custom_id', 'method', 'url', 'body']);
      expect(line).toMatchObject({
        custom_id: `r-${index}`,
        method: 'POST',
        url,
        body: { model: 'm', stream: false },
      });
      const { body } = await wire.buildRequest(ask('').messages, { model: 'm', stream: false });
      expect(line.body).toEqual(JSON.parse(await body.text()));
    }
  });

  test('writes the list that Messages takes', async () => {
    const { files } = await createBatchFiles(asks(2), { wire: anthropicMessages, model: 'm' });
    const list = JSON.parse((await files[0]?.content.text()) ?? '') as {
      requests: Array<{ custom_id: string; params: { model: string } }>;
    };
    expect(list.requests.map(({ custom_id: id, params }) => `${id} ${params.model}`)).toEqual([
      'r-0 m',
      'r-1 m',
    ]);
  });

  test.each([openaiChat, anthropicMessages])(
    'keeps to the limits of $name by the byte and the request',
    async (wire) => {
      const [one] = (await createBatchFiles(asks(1), { wire, model: 'm' })).files;
      const [two] = (await createBatchFiles(asks(2), { wire, model: 'm' })).files;
      const counts = async (limits: { maxBytesPerFile?: number; maxRequestsPerFile?: number }) => {
        const { files, rejections } = await createBatchFiles(asks(5), {
          wire,
          model: 'm',
          ...limits,
        });
        for (const { content } of files)
          expect(content.size).toBeLessThanOrEqual(limits.maxBytesPerFile ?? Infinity);
        return [files.map(({ customIds }) => customIds.length).join(), rejections.length];
      };
      const oneBytes = one?.content.size ?? 0;
      const twoBytes = two?.content.size ?? 0;
      expect(await counts({ maxBytesPerFile: twoBytes })).toEqual(['2,2,1', 0]);
      expect(await counts({ maxBytesPerFile: twoBytes - 1 })).toEqual(['1,1,1,1,1', 0]);
      expect(await counts({ maxBytesPerFile: oneBytes })).toEqual(['1,1,1,1,1', 0]);
      expect(await counts({ maxBytesPerFile: oneBytes - 1 })).toEqual(['', 5]);
      expect(await counts({ maxRequestsPerFile: 4 })).toEqual(['4,1', 0]);
    },
  );

  test('gives each model files of its own, in one pass', async () => {
    const { files } = await createBatchFiles([ask('a'), ask('b', 'other'), ask('c')], {
      wire: openaiChat,
      model: 'm',
    });
    expect(
      files.map(({ name, model, customIds }) => `${name} ${model} ${customIds.join()}`),
    ).toEqual(['batch-1.jsonl m a,c', 'batch-2.jsonl other b']);
    for (const { content, model } of files) {
      expect((await linesOf(content)).every(({ body }) => body.model === model)).toBe(true);
    }
  });

  test('names what cannot go, and delivers the rest', async () => {
    const empty: ImagePart = { ...photo(), data: { kind: 'bytes', bytes: new Blob([]) } };
    const { files, rejections, warnings } = await createBatchFiles(
      [
        ask('a'),
        ask('a'),
        ask(''),
        { customId: 'b', messages: [{ id: 'u', role: 'user', parts: [empty] }] },
        {
          customId: 'c',
          messages: [{ id: 'u', role: 'user', parts: [{ type: 'text', text: 'Hi' }, empty] }],
        },
      ],
      { wire: openaiChat, model: 'm' },
    );
    expect(files.map(({ customIds }) => customIds)).toEqual([['a', 'c']]);
    expect(
      rejections.map(({ customId, index, error }) => `${customId} ${index} ${error.code}`),
    ).toEqual(['a 1 invalid-option', ' 2 invalid-option', 'b 3 unsupported-by-wire']);
    expect(warnings).toMatchObject([{ customId: 'c', code: 'image-dropped' }]);
  });

  test('takes requests as they are made, and stops when told to', async () => {
    const controller = new AbortController();
    let made = 0;
    async function* endless(): AsyncGenerator<BatchRequest> {
      for (;;) {
        made += 1;
        if (made === 5) controller.abort();
        yield ask(`r-${made}`);
      }
    }
    const building = createBatchFiles(endless(), {
      wire: openaiChat,
      model: 'm',
      signal: controller.signal,
    });
    await expect(building).rejects.toMatchObject({ code: 'aborted' });
    expect(made).toBe(5);
  });

  test('does not know batches of other formats', async () => {
    await expect(createBatchFiles([], { wire: ollamaChat, model: 'm' })).rejects.toMatchObject({
      code: 'unsupported-by-wire',
    });
  });
});
