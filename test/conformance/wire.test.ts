import { describe, expect, test } from 'vitest';
import { KitError } from '../../src/errors.js';
import type {
  ChatMessage,
  ImageContent,
  ImagePart,
  MessagePart,
} from '../../src/messages/types.js';
import type { ChatEvent, ServerEvent, WireFormat } from '../../src/wire/types.js';
import { aiSdkUi } from '../../src/wire/ai-sdk-ui/index.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { collect, concat, everyCut, randomCuts } from '../helpers/byte-streams.js';
import {
  chatEvents,
  hasStream,
  readDocument,
  readStream,
  textOfEvents,
} from '../helpers/read-stream.js';

/** What a format does not have. Whatever is not named here has to be recorded, also for a format that is new. */
const absent: Readonly<Record<string, readonly string[]>> = {
  'openai-chat': [],
  'openai-responses': ['no-done', 'azure-crlf'],
  'openai-assistants': ['no-done', 'azure-crlf', 'image', 'document'],
  'anthropic-messages': ['named-error', 'filtered', 'no-done', 'azure-crlf', 'image'],
  'gemini-generate': ['named-error', 'no-done', 'azure-crlf'],
  'ai-sdk-ui': ['named-error', 'no-done', 'azure-crlf', 'refused', 'document'],
  'ollama-chat': ['named-error', 'filtered', 'no-done', 'azure-crlf', 'refused'],
};

const DESCRIPTION = 'Two cats: one black 😀, one white – “très” calm.';
const MODEL = 'asst_any';
const options = { model: MODEL };
const utf8 = new TextEncoder();

describe.each([...allWireFormats, aiSdkUi])('$name', (wire) => {
  const has = (name: string): boolean => !absent[wire.name]?.includes(name);

  test('has no recording of what it is said not to have', () => {
    expect(absent[wire.name]?.filter((name) => hasStream(wire, name))).toEqual([]);
  });

  describe('reads', () => {
    test('a described image: start, text, usage, end', async () => {
      const events = await chatEvents(wire, [readStream(wire, 'described')]);
      expect(events[0]).toMatchObject({ type: 'message-start' });
      expect(textOfEvents(events)).toBe(DESCRIPTION);
      expect(usageOf(events)).toEqual({ inputTokens: 2951, outputTokens: 14 });
      expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
    });

    test('the same, wherever the network cuts the bytes', async () => {
      const recorded = readStream(wire, 'described');
      const whole = await chatEvents(wire, [recorded]);
      const [single] = everyCut(recorded);
      for (const cut of [single ?? [], ...randomCuts(recorded, 20)]) {
        expect(await chatEvents(wire, cut)).toEqual(whole);
      }
    });

    test('no cut-off answer as complete, whatever the byte it is cut at', async () => {
      const recorded = readStream(wire, 'described');
      const whole = await chatEvents(wire, [recorded]);
      const text = new TextDecoder().decode(recorded);
      // The last line that carries text or less: everything before the first word of an end.
      const endOfText = utf8.encode(text.slice(0, text.lastIndexOf('calm.'))).length;
      const step = Math.max(1, Math.floor(endOfText / 400));
      for (let at = 0; at <= endOfText; at += step) {
        const events = await chatEvents(wire, [recorded.slice(0, at)]);
        expect(endsOf(events)).toEqual([expect.objectContaining({ code: 'incomplete' })]);
        expect(textOfEvents(whole).startsWith(textOfEvents(events))).toBe(true);
      }
    });

    const endings = [
      { name: 'cut', end: { type: 'message-fail', code: 'incomplete' } },
      { name: 'length', end: { type: 'message-end', reason: 'length' } },
      { name: 'failed', end: { type: 'message-fail', code: 'provider-error' } },
      { name: 'named-error', end: { type: 'message-fail', code: 'provider-error' } },
      { name: 'filtered', end: { type: 'message-end', reason: 'filtered' } },
      { name: 'no-done', end: { type: 'message-end', reason: 'complete' } },
      { name: 'azure-crlf', end: { type: 'message-end', reason: 'complete' } },
    ].filter(({ name }) => has(name));
    test.each(endings)('$name with its text kept, and exactly one end', async ({ name, end }) => {
      const events = await chatEvents(wire, [readStream(wire, name)]);
      expect(textOfEvents(events)).toBe(DESCRIPTION);
      expect(endsOf(events)).toEqual([expect.objectContaining(end)]);
      expect(JSON.stringify(events)).not.toMatch(/1234567890/);
    });

    test('a call of a tool as such', async () => {
      const events = await chatEvents(wire, [readStream(wire, 'tool')]);
      expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'tool-call' });
    });

    test.runIf(has('refused'))('a refusal as such', async () => {
      const events = await chatEvents(wire, [readStream(wire, 'refused')]);
      expect(endsOf(events)).toEqual([
        { type: 'message-end', reason: expect.stringMatching(/^(?:refusal|filtered)$/) as string },
      ]);
      expect(textOfEvents(events)).toBe('');
    });

    test.runIf(has('image'))('an image in the answer', async () => {
      const events = await chatEvents(wire, [readStream(wire, 'image')]);
      expect(events).toContainEqual({
        type: 'image-add',
        mediaType: 'image/png',
        url: expect.stringMatching(/^data:image\/png;base64,iVBORw0KGgo/) as string,
      });
      expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
    });

    test.runIf(has('document'))('an answer that was not streamed', async () => {
      const events = await collect(wire.readEvents(eventsOf([readDocument(wire)])));
      expect(textOfEvents(events)).toBe(DESCRIPTION);
      expect(usageOf(events)).toEqual({ inputTokens: 2951, outputTokens: 14 });
      expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
    });

    test('on, past events it has never seen, nulls and blanks', async () => {
      const recorded = readStream(wire, 'described');
      const strange =
        wire.framing === 'ndjson'
          ? '{"unheard_of":{"code":"alert(1)"}}\nnull\n[]\n42\n{"message":null}\n\n'
          : 'event: execute\ndata: {"code":"alert(1)"}\n\nevent: execute\ndata: no json\n\n' +
            'data: {"type":"unheard_of","object":"unheard.of"}\n\ndata: null\n\ndata: []\n\ndata: 42\n\n: ping\n\n';
      const events = await chatEvents(wire, [concat([utf8.encode(strange), recorded])]);
      expect(events).toEqual(await chatEvents(wire, [recorded]));
    });

    test('bad JSON as a bad response, and tells nobody what was in it', async () => {
      const recorded = readStream(wire, 'cut');
      const event = wire.name === 'openai-assistants' ? 'event: thread.message.delta\n' : '';
      const bad = wire.framing === 'ndjson' ? '{"secret": \n' : `${event}data: {"secret": \n\n`;
      const intact =
        wire.framing === 'ndjson' ? recorded.slice(0, recorded.lastIndexOf(10) + 1) : recorded;
      const events = await chatEvents(wire, [intact, utf8.encode(bad), recorded]);
      expect(textOfEvents(events)).toBe(DESCRIPTION);
      expect(endsOf(events)).toEqual([expect.objectContaining({ code: 'bad-response' })]);
      expect(JSON.stringify(events)).not.toContain('secret');
    });

    test('an error of the connection as that error', async () => {
      const stalled = new KitError('stalled', { message: 'Stalled.', facts: { limit: 30_000 } });
      const events = await collect(wire.readEvents(failing(stalled)));
      expect(events).toEqual([
        { type: 'message-fail', code: 'stalled', message: 'Stalled.', facts: { limit: 30_000 } },
      ]);
      const cut = await collect(wire.readEvents(failing(new TypeError('terminated'))));
      expect(cut).toEqual([expect.objectContaining({ code: 'incomplete' })]);
    });

    test.runIf(has('document'))(
      'no further than its end, and then lets the connection go',
      async () => {
        let isReleased = false;
        async function* endless(): AsyncGenerator<ServerEvent> {
          try {
            yield* eventsOf([readDocument(wire)]);
            for (;;) yield* eventsOf(['[DONE]', '{"error":"too late"}']);
          } finally {
            isReleased = true;
          }
        }
        const events: ChatEvent[] = [];
        for await (const event of wire.readEvents(endless())) {
          events.push(event);
          if (event.type === 'message-end' || event.type === 'message-fail') break;
        }
        expect(events.at(-1)).toMatchObject({
          type: expect.stringMatching(/^message-(?:end|fail)$/) as string,
        });
        expect(isReleased).toBe(true);
      },
    );
  });

  describe('writes', () => {
    test('images in the order the person placed them, in one body of JSON', async () => {
      const parts = ['A', 'B', 'C'].map((mark) => imageFor(wire, mark));
      const { body, warnings } = await wire.buildRequest(
        [user([{ type: 'text', text: 'Compare.' }, ...parts])],
        options,
      );
      const text = await body.text();
      JSON.parse(text);
      const places = ['A', 'B', 'C'].map((mark) => text.indexOf(traceOf(wire, mark)));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThan(0);
      expect(warnings).toEqual([]);
      expect(body.type).toBe('application/json');
    });

    test('system text, history and question, and no original file', async () => {
      const image = {
        ...imageFor(wire, 'A'),
        original: new Blob(['ORIGINAL']),
        name: 'NAME',
        alt: 'ALT',
      };
      const { body } = await wire.buildRequest(
        [
          message('system', [{ type: 'text', text: 'Be brief.' }]),
          user([{ type: 'text', text: 'First?' }, image]),
          message('assistant', [{ type: 'text', text: 'One.' }]),
          user([{ type: 'text', text: 'Second?' }]),
        ],
        options,
      );
      const text = await body.text();
      const places = ['First?', 'One.', 'Second?'].map((said) => text.indexOf(said));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(text).toContain('Be brief.');
      expect(text).not.toMatch(/ORIGINAL|NAME|ALT|T1JJR0lOQUw/);
    });

    test.each(['bytes', 'url', 'file-id'] as const)(
      'what it cannot carry of %s as a warning, once',
      async (kind) => {
        const data = dataOf(kind, 'A');
        const image: ImagePart = { ...imageFor(wire, 'A'), data };
        const request = wire.buildRequest(
          [user([{ type: 'text', text: 'Look.' }, image])],
          options,
        );
        const { body, warnings } = await request;
        const isCarried = kindsOf(wire).includes(kind);
        expect(warnings.map(({ code, imageId }) => `${code} ${imageId}`)).toEqual(
          isCarried ? [] : [`image-dropped ${image.id}`],
        );
        expect((await body.text()).includes(marks[kind]('A'))).toBe(isCarried);
      },
    );

    test('an error when nothing of a message could go', async () => {
      const empty: ImagePart = {
        ...imageFor(wire, 'A'),
        data: { kind: 'bytes', bytes: new Blob([]) },
      };
      await expect(wire.buildRequest([user([empty])], options)).rejects.toMatchObject({
        code: 'unsupported-by-wire',
      });
    });

    test('an image in an answer of before, with the next question or where it was, and tells it', async () => {
      const image = imageFor(wire, 'A');
      const { body, warnings } = await wire.buildRequest(
        [
          user([{ type: 'text', text: 'Draw.' }]),
          message('assistant', [{ type: 'text', text: 'Here.' }, image]),
          user([{ type: 'text', text: 'Bluer.' }]),
        ],
        options,
      );
      expect(await body.text()).toContain(traceOf(wire, 'A'));
      const codes = warnings.map(({ code }) => code);
      expect(codes).toEqual(wire.name === 'gemini-generate' ? [] : ['role-changed']);
    });

    test('extra fields last, and its quirk of a path', async () => {
      const { path, body } = await wire.buildRequest([user([{ type: 'text', text: 'Hi' }])], {
        ...options,
        extraBody: { seed: 7, stream: 'mine' },
        quirks: { path: '/elsewhere' },
      });
      expect(path).toBe('/elsewhere');
      expect(JSON.parse(await body.text())).toMatchObject({ seed: 7, stream: 'mine' });
    });

    test.runIf(wire.bytes)('nothing once it was stopped', async () => {
      const image: ImagePart = { ...imageFor(wire, 'A'), data: dataOf('bytes', 'A') };
      const building = wire.buildRequest([user([image])], {
        ...options,
        signal: AbortSignal.abort(),
      });
      await expect(building).rejects.toMatchObject({ code: 'aborted' });
    });

    test('no key, and headers that name its content', async () => {
      const { headers } = await wire.buildRequest([user([{ type: 'text', text: 'Hi' }])], options);
      expect(headers['content-type']).toBe('application/json');
      expect(Object.keys(headers)).not.toContain(wire.keyHeader.name);
    });
  });
});

const marks: Record<ImageContent['kind'], (mark: string) => string> = {
  bytes: (mark) => btoa(`image ${mark}`),
  url: (mark) => `https://pictures.example/${mark}.jpg`,
  'file-id': (mark) => `file-${mark}`,
};

function dataOf(kind: ImageContent['kind'], mark: string): ImageContent {
  switch (kind) {
    case 'bytes':
      return { kind, bytes: new Blob([`image ${mark}`]) };
    case 'url':
      return { kind, url: marks.url(mark) };
    default:
      return { kind, fileId: marks['file-id'](mark) };
  }
}

function kindsOf({ bytes, links, fileIds }: WireFormat): ImageContent['kind'][] {
  return [
    ...(bytes ? (['bytes'] as const) : []),
    ...(links === 'none' ? [] : (['url'] as const)),
    ...(fileIds ? (['file-id'] as const) : []),
  ];
}

/** In the first way that the format can carry. */
function imageFor(wire: WireFormat, mark: string): ImagePart {
  const [kind = 'bytes'] = kindsOf(wire);
  return {
    type: 'image',
    id: `image-${mark}`,
    data: dataOf(kind, mark),
    mediaType: 'image/jpeg',
    detail: 'auto',
  };
}

function traceOf(wire: WireFormat, mark: string): string {
  const [kind = 'bytes'] = kindsOf(wire);
  return marks[kind](mark);
}

function message(role: ChatMessage['role'], parts: MessagePart[]): ChatMessage {
  return { id: `${role}-1`, role, parts };
}

function user(parts: MessagePart[]): ChatMessage {
  return message('user', parts);
}

function endsOf(events: readonly ChatEvent[]): ChatEvent[] {
  return events.filter(({ type }) => type === 'message-end' || type === 'message-fail');
}

function usageOf(events: readonly ChatEvent[]): { inputTokens?: number; outputTokens?: number } {
  const updates = events.filter((event) => event.type === 'usage-update');
  const { type: _type, ...usage } = Object.assign({}, ...updates) as ChatEvent & {
    type: 'usage-update';
  };
  return usage;
}

async function* eventsOf(datas: readonly string[]): AsyncGenerator<ServerEvent> {
  for (const data of datas) yield { event: 'message', data, id: '' };
}

// oxlint-disable-next-line require-yield -- it stands for a connection that fails before the first event
async function* failing(error: Error): AsyncGenerator<ServerEvent> {
  throw error;
}
