import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { batchCsv, batchJsonl } from '../../../src/batch/batch-table.js';
import type { BatchRow } from '../../../src/batch/image-types.js';

const answered = (name: string, text: string): BatchRow => ({
  name,
  result: {
    customId: `1-${name}`,
    status: 'succeeded',
    answer: { text, refusal: '', images: [], inputTokens: 1200, outputTokens: 8 },
  },
});
const expired: BatchRow = {
  name: 'late.jpg',
  result: {
    customId: '2-late',
    status: 'expired',
    error: new KitError('incomplete', { message: 'Not done in time, send it again.' }),
  },
};

describe('batchCsv', () => {
  test('has one line for each image, marked as UTF-8 for spreadsheets', async () => {
    const bytes = new Uint8Array(
      await batchCsv([answered('a.jpg', 'A cat'), expired]).arrayBuffer(),
    );
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      'image,custom_id,status,answer,input_tokens,output_tokens,error',
      'a.jpg,1-a.jpg,succeeded,A cat,1200,8,',
      'late.jpg,2-late,expired,,,,"Not done in time, send it again."',
      '',
    ]);
  });

  test('quotes what would break the line', async () => {
    const text = await batchCsv([answered('a "b".jpg', 'One,\ntwo')]).text();
    expect(text).toContain('"a ""b"".jpg"');
    expect(text).toContain('"One,\ntwo"');
  });

  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1'])(
    'an answer that begins like a formula (%s) stays text',
    async (answer) => {
      expect(await batchCsv([answered('a', answer)]).text()).toContain(`,'${answer}`);
    },
  );

  test.each(['-5', '+3.5', '-1,200'])('the number %s stays a number', async (answer) => {
    expect(await batchCsv([answered('a', answer)]).text()).not.toContain("'");
  });
});

describe('batchJsonl', () => {
  test('has the same facts as JSON, as they came', async () => {
    const lines = (await batchJsonl([answered('a.jpg', '=1+1'), expired]).text())
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        image: 'a.jpg',
        custom_id: '1-a.jpg',
        status: 'succeeded',
        answer: '=1+1',
        input_tokens: 1200,
        output_tokens: 8,
      },
      {
        image: 'late.jpg',
        custom_id: '2-late',
        status: 'expired',
        error: 'Not done in time, send it again.',
      },
    ]);
  });
});
