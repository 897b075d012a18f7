/** What an answer holds beside its text, in the shapes of the providers' own packages. */
import { describe, expect, test } from 'vitest';
import { initialChatState, reduceChat } from '../../src/chat/reduce.js';
import { reduceEvent } from '../../src/chat/reduce-event.js';
import { readResultLine } from '../../src/batch/read-result-line.js';
import type { MessagePart } from '../../src/messages/types.js';
import type { ChatEvent } from '../../src/wire/types.js';
import { aiSdkUi } from '../../src/wire/ai-sdk-ui/index.js';
import * as aiSdk from '../fixtures/answers/ai-sdk-ui.js';
import * as anthropic from '../fixtures/answers/anthropic-messages.js';
import * as gemini from '../fixtures/answers/gemini-generate.js';
import * as ollama from '../fixtures/answers/ollama-chat.js';
import * as assistants from '../fixtures/answers/openai-assistants.js';
import * as chat from '../fixtures/answers/openai-chat.js';
import * as responses from '../fixtures/answers/openai-responses.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { collect } from '../helpers/byte-streams.js';
import { chatEvents } from '../helpers/read-stream.js';

const utf8 = new TextEncoder();

interface Recording {
  bytes: Uint8Array;
  /** Of an answer that is not streamed. */
  document?: object;
  parts: readonly unknown[];
}

const text = { type: 'text', text: 'Cats sleep long 😀.' };
const call = {
  type: 'tool-call',
  id: 'call_1',
  name: 'count_cats',
  arguments: '{"room":"blue"}',
  state: 'called',
};
const range = { start: 5, end: 15 };
const source = {
  type: 'source',
  url: 'https://cats.example/sleep',
  title: 'How cats sleep',
  ranges: [range],
};
const words = 'Looking for cats.\n\nThey sleep.';
const thoughts = { type: 'reasoning', text: words, startedAtMs: 0, durationMs: 0 };
const summary = { ...thoughts, text: '', summary: words };
const query = 'how long do cats sleep';

const recordings: Readonly<Record<string, Recording>> = {
  'openai-responses': {
    bytes: namedEvents(responses.events.map((data) => ({ event: data.type, data }))),
    document: responses.document,
    parts: [
      summary,
      {
        type: 'tool-call',
        id: 'ws_1',
        name: 'web_search',
        arguments: JSON.stringify({ type: 'search', query }),
        state: 'done',
        result: 'https://cats.example/sleep',
      },
      text,
      source,
      call,
    ],
  },
  'openai-chat': {
    bytes: utf8.encode(
      [...chat.events.map((data) => JSON.stringify(data)), '[DONE]']
        .map((data) => `data: ${data}\n\n`)
        .join(''),
    ),
    document: chat.document,
    parts: [thoughts, text, source, call],
  },
  'openai-assistants': {
    bytes: namedEvents(assistants.events),
    parts: [text, { type: 'source', title: 'file-cats', ranges: [range] }, call],
  },
  'anthropic-messages': {
    bytes: namedEvents(anthropic.events.map((data) => ({ event: data.type, data }))),
    document: anthropic.document,
    parts: [
      thoughts,
      {
        type: 'tool-call',
        id: 'srvtoolu_1',
        name: 'web_search',
        arguments: JSON.stringify({ query }),
        state: 'done',
        result: 'How cats sleep – https://cats.example/sleep',
      },
      text,
      { ...source, quote: 'Cats sleep for up to 16 hours.' },
      { ...call, id: 'toolu_1' },
    ],
  },
  'gemini-generate': {
    bytes: utf8.encode(
      gemini.events.map((data) => `data: ${JSON.stringify(data)}\r\n\r\n`).join(''),
    ),
    document: gemini.document,
    parts: [
      summary,
      text,
      {
        type: 'tool-call',
        id: 'google-search',
        name: 'google_search',
        arguments: JSON.stringify({ queries: [query] }),
        state: 'done',
      },
      source,
      call,
    ],
  },
  'ai-sdk-ui': {
    bytes: utf8.encode(
      [...aiSdk.events.map((data) => JSON.stringify(data)), '[DONE]']
        .map((data) => `data: ${data}\n\n`)
        .join(''),
    ),
    parts: [thoughts, text, source, call],
  },
  'ollama-chat': {
    bytes: utf8.encode(ollama.events.map((data) => `${JSON.stringify(data)}\n`).join('')),
    document: ollama.document,
    parts: [thoughts, text, { ...call, id: 'call-1' }],
  },
};

describe.each([...allWireFormats, aiSdkUi])('$name', (wire) => {
  const { bytes, document, parts } = recordings[wire.name] as Recording;

  test('reads thoughts, sources and tool calls', async () => {
    const events = await chatEvents(wire, [bytes]);
    expect(partsOf(events)).toEqual(parts);
    expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'tool-call' });
  });

  test('the same, wherever the network cuts them', async () => {
    const step = Math.max(1, Math.floor(bytes.length / 400));
    for (let at = 1; at < bytes.length; at += step) {
      const events = await chatEvents(wire, [bytes.slice(0, at), bytes.slice(at)]);
      expect(partsOf(events), `cut at byte ${at}`).toEqual(parts);
    }
  });

  test('keeps what came of an answer that is cut off, and calls no such answer complete', async () => {
    for (let at = 1; at < bytes.length - 200; at += 7) {
      const events = await chatEvents(wire, [bytes.slice(0, at)]);
      const kept = partsOf(events);
      const isComplete = events.at(-1)?.type === 'message-end';
      expect(isComplete ? kept : parts).toEqual(parts);
      for (const part of kept) expect(isBeginning(part, parts)).toBe(true);
    }
  });

  test('reads the same of an answer that was not streamed', async () => {
    if (document === undefined) return;
    const whole = [{ event: 'message', data: JSON.stringify(document), id: '' }];
    const events = await collect(wire.readEvents(stream(whole)));
    expect(new Set(partsOf(events))).toEqual(new Set(parts));
  });

  test('and of a result of a batch', async () => {
    if (document === undefined || wire.batch === undefined) return;
    const line = JSON.stringify(
      wire.batch.kind === 'request-list'
        ? { custom_id: 'a', result: { type: 'succeeded', message: document } }
        : { custom_id: 'a', response: { status_code: 200, body: document }, error: null },
    );
    const result = await readResultLine(line, wire);
    expect(result).toMatchObject({ status: 'succeeded', answer: { text: text.text } });
    const { reasoning, sources, toolCalls } = ('answer' in result && result.answer) || {};
    expect(reasoning).toBe(words);
    expect([...(sources ?? []), ...(toolCalls ?? [])]).toEqual(
      expect.arrayContaining(parts.filter((part) => part !== text && !isThought(part))),
    );
  });

  test(`sends ${wire === aiSdkUi ? 'only the thoughts' : 'none of it'} back`, async () => {
    const { body, warnings } = await wire.buildRequest(
      [
        { id: 'q1', role: 'user', parts: [{ type: 'text', text: 'Cats?' }] },
        { id: 'a1', role: 'assistant', parts: parts as MessagePart[] },
        { id: 'q2', role: 'user', parts: [{ type: 'text', text: 'Really?' }] },
      ],
      { model: 'asst_any' },
    );
    const sent = await body.text();
    expect(sent).toContain('Cats sleep long 😀.');
    expect(sent).not.toMatch(/cats\.example|count_cats|toolu|call[_-]1/);
    expect(sent.includes('Looking')).toBe(wire === aiSdkUi);
    expect(warnings).toEqual([]);
  });
});

function namedEvents(events: ReadonlyArray<{ event: string; data: object }>): Uint8Array {
  return utf8.encode(
    events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
  );
}

async function* stream<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

/** The parts of the message that a chat makes of the events. */
function partsOf(events: readonly ChatEvent[]): readonly MessagePart[] {
  const started = reduceChat(initialChatState(), {
    type: 'turn-start',
    entries: [],
    answerId: 'a',
    nowMs: 0,
  });
  const told = events.reduce((state, event) => reduceEvent(state, 'a', event, 0), started);
  const ended = reduceChat(told, { type: 'turn-end', answerId: 'a', reason: 'complete', nowMs: 0 });
  return ended.entries.at(-1)?.message.parts ?? [];
}

function isThought(part: unknown): boolean {
  return part === thoughts || part === summary;
}

function begins(text: string | undefined, of: unknown): boolean {
  return (typeof of === 'string' ? of : '').startsWith(text ?? '');
}

/** Whether a part of a cut answer is the beginning of one of the whole answer. */
function isBeginning(part: MessagePart, whole: readonly unknown[]): boolean {
  return whole.some((other) => {
    const of = other as Record<string, unknown>;
    if (of['type'] !== part.type) return false;
    switch (part.type) {
      case 'text':
        return begins(part.text, of['text']);
      case 'reasoning':
        return begins(part.text, of['text']) && begins(part.summary, of['summary']);
      case 'tool-call':
        return (
          part.id === of['id'] &&
          begins(part.arguments, of['arguments']) &&
          begins(part.name, of['name'])
        );
      case 'source':
        return part.url === of['url'];
      default:
        return false;
    }
  });
}
