import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { readSse, type SseEvent } from '../../../src/transport/read-sse.js';
import { collect, everyCut, randomCuts, streamOf } from '../../helpers/byte-streams.js';

const utf8 = new TextEncoder();
const BOM = '\uFEFF';

function read(text: string, maxEventChars?: number) {
  return collect(
    readSse(streamOf([utf8.encode(text)]), maxEventChars === undefined ? {} : { maxEventChars }),
  );
}

/** One event of 16 letters in each of so many chunks. */
function readLongEvent(chunkCount: number): Promise<SseEvent[]> {
  const chunk = utf8.encode('x'.repeat(16));
  const chunks = [
    utf8.encode('data: '),
    ...Array<Uint8Array>(chunkCount).fill(chunk),
    utf8.encode('\n\n'),
  ];
  return collect(readSse(streamOf(chunks), { maxEventChars: 1e8 }));
}

describe('readSse', () => {
  test.each([
    { name: 'an event without a name is a message', text: 'data: a\n\n', datas: ['message:a:'] },
    {
      name: 'an id stays until the next',
      text: 'id: 7\ndata: a\n\ndata: b\n\n',
      datas: ['message:a:7', 'message:b:7'],
    },
    { name: 'an id without data counts too', text: 'id: 7\n\ndata: b\n\n', datas: ['message:b:7'] },
    {
      name: 'an id with NUL is no id',
      text: 'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
      datas: ['message:a:1', 'message:b:1'],
    },
    { name: 'one byte order mark is taken away', text: `${BOM}data: a\n\n`, datas: ['message:a:'] },
    {
      name: 'a second one belongs to the field',
      text: `${BOM}${BOM}data: a\n\ndata: b\n\n`,
      datas: ['message:b:'],
    },
    {
      name: 'the letters of a mark are no mark',
      text: 'ï»¿data: a\n\ndata: b\n\n',
      datas: ['message:b:'],
    },
    {
      name: 'CR, LF and CRLF may be mixed',
      text: 'data: a\rdata: b\r\ndata: c\n\r\ndata: d\r\r',
      datas: ['message:a\nb\nc:', 'message:d:'],
    },
    {
      name: 'an event without its blank line is dropped',
      text: 'data: a\n\ndata: b\n',
      datas: ['message:a:'],
    },
  ])('$name, wherever the bytes are cut', async ({ text, datas }) => {
    const bytes = utf8.encode(text);
    for (const cut of [[bytes], ...everyCut(bytes), ...randomCuts(bytes, 50)]) {
      const events = await collect(readSse(streamOf(cut)));
      expect(events.map(({ event, data, id }) => `${event}:${data}:${id}`)).toEqual(datas);
    }
  });

  test('an event of just the limit is given, one more character ends the stream, however it is cut', async () => {
    const fits = utf8.encode(`data: ${'x'.repeat(20)}\n\n`);
    const tooLong = utf8.encode(`data: ok\n\ndata: ${'x'.repeat(21)}\n\n`);
    for (const cut of [[fits], ...everyCut(fits)]) {
      expect(await collect(readSse(streamOf(cut), { maxEventChars: 20 }))).toHaveLength(1);
    }
    for (const cut of [[tooLong], ...everyCut(tooLong)]) {
      const seen: string[] = [];
      const reading = (async () => {
        for await (const { data } of readSse(streamOf(cut), { maxEventChars: 20 })) seen.push(data);
      })();
      await expect(reading).rejects.toMatchObject({ code: 'bad-response', facts: { limit: 20 } });
      expect(seen).toEqual(['ok']);
    }
  });

  test.each([
    ['id: ', 'ends the stream'],
    ['event: ', 'ends the stream'],
    // Nothing is kept of these.
    [': ', 'is passed over'],
    ['vendor: ', 'is passed over'],
  ])(
    'a line “%s” that is longer than an event may be %s, however it is cut',
    async (start, what) => {
      const bytes = utf8.encode(`data: ok\n\n${start}${'x'.repeat(30)}\ndata: more\n\n`);
      for (const cut of [[bytes], ...everyCut(bytes)]) {
        const reading = collect(readSse(streamOf(cut), { maxEventChars: 20 })).then(
          () => 'is passed over',
          ({ code }: KitError) => code,
        );
        expect(await reading).toBe(what === 'ends the stream' ? 'bad-response' : what);
      }
    },
  );

  test('a line without end is stopped at a megabyte', async () => {
    let sentBytes = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = utf8.encode(sentBytes === 0 ? 'data: ' : 'y'.repeat(65_536));
        sentBytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    await expect(collect(readSse(endless))).rejects.toBeInstanceOf(KitError);
    expect(sentBytes).toBeLessThan(1_400_000);
  });

  test('leaving the loop cancels the body', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(utf8.encode('data: a\n\n'));
      },
      cancel() {
        isCancelled = true;
      },
    });
    for await (const event of readSse(body)) {
      expect(event.data).toBe('a');
      break;
    }
    expect(isCancelled).toBe(true);
  });

  test('one event may come in any number of chunks', async () => {
    const events = await readLongEvent(10_000);
    expect(events.map(({ data }) => data)).toEqual(['x'.repeat(10_000 * 16)]);
  });

  test('no events come from an empty body', async () => {
    expect(await read('')).toEqual([]);
  });
});
