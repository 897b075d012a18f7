/** A `responseSchema` on its way through a batch: into the lines, and out of the results. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { batchCsv, batchJsonl } from '../../../src/batch/batch-table.js';
import { createBatchFiles } from '../../../src/batch/create-batch-files.js';
import { readBatchResults } from '../../../src/batch/read-batch-results.js';
import { fieldNames } from '../../../src/objects/field-names.js';
import type { ResponseSchema } from '../../../src/objects/types.js';
import { wireResponseSchema } from '../../../src/objects/wire-schema.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { collect } from '../../helpers/byte-streams.js';
import { listen } from '../../helpers/listen.js';

const Receipt = z.object({ shop: z.string(), total: z.number().min(0) });
const fields =
  '"type":"object","properties":{"shop":{"type":"string"},"total":{"type":"number","minimum":0}},"required":["shop","total"],"additionalProperties":false';
/** Claude refuses limits. */
const withoutLimits = fields.replace(',"minimum":0', '');

const request = {
  customId: 'r-1',
  messages: [
    { id: 'u', role: 'user' as const, parts: [{ type: 'text' as const, text: 'Read it.' }] },
  ],
};

describe('a schema', () => {
  test.each([
    {
      wire: openaiChat,
      line: `{"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":"Read it."}],"stream":false,"response_format":{"type":"json_schema","json_schema":{"name":"answer","schema":{${fields}},"strict":true}}}}\n`,
    },
    {
      wire: openaiResponses,
      line: `{"custom_id":"r-1","method":"POST","url":"/v1/responses","body":{"model":"m","input":[{"role":"user","content":[{"type":"input_text","text":"Read it."}]}],"stream":false,"store":false,"text":{"format":{"type":"json_schema","name":"answer","schema":{${fields}},"strict":true}}}}\n`,
    },
    {
      wire: anthropicMessages,
      line: `{"requests":[{"custom_id":"r-1","params":{"model":"m","max_tokens":4096,"messages":[{"role":"user","content":[{"type":"text","text":"Read it."}]}],"stream":false,"output_config":{"format":{"type":"json_schema","schema":{${withoutLimits}}}}}}]}`,
    },
  ])('is in each line of $wire.name', async ({ wire, line }) => {
    const { files } = await createBatchFiles([request], {
      wire,
      model: 'm',
      responseSchema: Receipt,
    });
    expect(await files[0]?.content.text()).toBe(line);
    const { files: byOptions } = await createBatchFiles([request], {
      wire,
      model: 'm',
      options: { responseSchema: wireResponseSchema(Receipt) },
    });
    expect(await byOptions[0]?.content.text()).toBe(line);
  });

  test.each<[string, ResponseSchema, string[]]>([
    ['an object', Receipt, ['shop', 'total']],
    ['a list of objects', z.array(Receipt), ['shop', 'total']],
    [
      'objects behind references',
      {
        type: 'array',
        items: { $ref: '#/$defs/item' },
        $defs: { item: { type: 'object', properties: { name: {}, price: {} } } },
      },
      ['name', 'price'],
    ],
    ['a list of words', z.array(z.string()), []],
    ['a word', z.string(), []],
  ])('of %s names its fields', (_, schema, names) => {
    expect(fieldNames(schema)).toEqual(names);
  });
});

/** The results of a batch as bytes of a real server. */
async function resultsOf(answers: Record<string, object>, responseSchema: ResponseSchema) {
  const lines = Object.entries(answers).map(([id, body]) =>
    JSON.stringify({ custom_id: id, response: { status_code: 200, body } }),
  );
  const baseUrl = await listen((_, response) => response.end(`${lines.join('\n')}\n`));
  return collect(
    readBatchResults(
      { id: 'batch_1', outputFileId: 'file-1' },
      { transport: createTransport({ baseUrl }), wire: openaiChat, responseSchema },
    ),
  );
}

const says = (content: string | null, more: object = {}): object => ({
  choices: [{ index: 0, message: { role: 'assistant', content, ...more }, finish_reason: 'stop' }],
});

describe('the results of such a batch', () => {
  test('are objects, or say where they are not what was asked for', async () => {
    const results = await resultsOf(
      {
        fits: says('{"shop":"Café","total":4.5}'),
        unfit: says('{"shop":"Café","total":-1}'),
        words: says('I cannot read it.'),
        refused: says(null, { refusal: 'No.' }),
      },
      Receipt,
    );
    expect(results.map(({ answer }) => answer?.object)).toMatchObject([
      { value: { shop: 'Café', total: 4.5 }, problems: [] },
      { problems: [{ code: 'schema', path: 'total' }] },
      { problems: [{ code: 'not-json' }] },
      undefined,
    ]);
    expect(results.map(({ answer }) => answer?.text || answer?.refusal)).toEqual([
      '{"shop":"Café","total":4.5}',
      '{"shop":"Café","total":-1}',
      'I cannot read it.',
      'No.',
    ]);
  });

  test('are a column per field in a spreadsheet, and objects in JSON lines', async () => {
    const results = await resultsOf(
      {
        two: says('{"value":[{"shop":"=A","total":1},{"shop":"B","total":2}]}'),
        none: says('{"value":[]}'),
        unfit: says('{"value":[{"shop":"C"}]}'),
      },
      z.array(Receipt),
    );
    const rows = results.map((result) => ({ name: `${result.customId}.jpg`, result }));
    const csv = (await batchCsv(rows).text()).replace('\uFEFF', '').split('\r\n');
    expect(csv[0]).toBe(
      'image,custom_id,status,answer,input_tokens,output_tokens,error,answer.shop,answer.total',
    );
    expect(csv[1]).toMatch(/^two\.jpg,two,succeeded,.*,'=A,1$/);
    expect(csv[2]).toMatch(/^two\.jpg,two,succeeded,.*,B,2$/);
    expect(csv[3]).toMatch(/^none\.jpg,none,succeeded,.*,,$/);
    expect(csv[4]).toMatch(/^unfit\.jpg,.*\[0\]\.total: .*,,$/);
    const json = (await batchJsonl(rows).text()).trim().split('\n');
    expect(json.map((line) => (JSON.parse(line) as { object: unknown }).object)).toEqual([
      [
        { shop: '=A', total: 1 },
        { shop: 'B', total: 2 },
      ],
      [],
      [{ shop: 'C' }],
    ]);
  });
});
