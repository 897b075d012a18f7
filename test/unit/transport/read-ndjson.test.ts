import { describe, expect, test } from 'vitest';
import { readNdjson } from '../../../src/transport/read-ndjson.js';
import { collect, everyCut, streamOf } from '../../helpers/byte-streams.js';

const utf8 = new TextEncoder();

async function lines(chunks: Iterable<Uint8Array>, maxLineChars = 1000): Promise<string[]> {
  const events = await collect(readNdjson(streamOf(chunks), { maxLineChars }));
  return events.map(({ data }) => data);
}

describe('readNdjson', () => {
  test('gives the same lines wherever the network cuts the bytes', async () => {
    const bytes = utf8.encode('{"a":"é😀"}\r\n\n{"b":2}\n{"c":3}');
    for (const cut of [[bytes], ...everyCut(bytes)]) {
      expect(await lines(cut)).toEqual(['{"a":"é😀"}', '{"b":2}', '{"c":3}']);
    }
  });

  test('drops a last line that was cut off', async () => {
    expect(await lines([utf8.encode('{"a":1}\n{"b":')])).toEqual(['{"a":1}']);
  });

  test('stops at a line over the limit, with or without its end', async () => {
    for (const text of [`"${'x'.repeat(100)}`, `"${'x'.repeat(100)}"\n`]) {
      await expect(lines([utf8.encode(text)], 50)).rejects.toMatchObject({ code: 'bad-response' });
    }
  });
});
