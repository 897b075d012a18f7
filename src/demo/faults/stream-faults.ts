import { sleep } from '../../internal/abort.js';
import type { Fault, FaultTable, Frame, SpoilTools } from './fault.js';
import { compressionFaults } from './compression-faults.js';
import { silence } from './never.js';

/** Number of text pieces before the fault starts. */
const PIECES_BEFORE = 8;
const ENDLESS_CHUNK = 'y'.repeat(64 * 1024);

type Spoil = (
  frames: AsyncIterable<Frame>,
  tools: SpoilTools,
) => AsyncIterable<string | Uint8Array>;

function stream(what: string, spoil: Spoil): Fault {
  return { kind: 'stream', what, spoil };
}

/** Sends the beginning of the regular answer, then something else. */
function afterSomeText(
  then: (tools: SpoilTools) => AsyncIterable<string> | Iterable<string>,
): Spoil {
  return async function* spoil(frames, tools) {
    let pieces = 0;
    for await (const frame of frames) {
      if (frame.kind === 'end' || (frame.kind === 'delta' && ++pieces > PIECES_BEFORE)) break;
      yield frame.data;
    }
    yield* then(tools);
  };
}

/** Sends the whole answer with something unusual inserted after some text. */
function withOddity(odd: (tools: SpoilTools) => string, at = PIECES_BEFORE): Spoil {
  return async function* spoil(frames, tools) {
    let pieces = 0;
    for await (const frame of frames) {
      if (frame.kind === 'delta' && pieces++ === at) yield odd(tools);
      yield frame.data;
    }
  };
}

function isEventStream({ writer }: SpoilTools): boolean {
  return writer.contentType.startsWith('text/event-stream');
}

/** Every fault that happens once the answer has begun. */
export const streamFaults: FaultTable = {
  truncated: stream(
    'the answer ends early, as if it were complete',
    afterSomeText(() => []),
  ),
  'truncated-mid-event': stream(
    'the answer ends in the middle of an event, as if it were complete',
    async function* cut(frames) {
      let pieces = 0;
      for await (const { kind, data } of frames) {
        const isLast = kind === 'end' || (kind === 'delta' && ++pieces > PIECES_BEFORE);
        yield isLast ? data.slice(0, data.length / 2) : data;
        if (isLast) return;
      }
    },
  ),
  'reset-mid-stream': stream(
    'the connection breaks in the middle of the answer',
    afterSomeText(() => {
      throw new TypeError('network error');
    }),
  ),
  'stall-mid-stream': stream(
    'silence in the middle of the answer',
    afterSomeText(async function* stall({ signal }) {
      yield await silence(signal);
    }),
  ),
  'head-then-silence': stream(
    'the answer is announced, and never comes',
    async function* stall(_, { signal }) {
      yield await silence(signal);
    },
  ),
  'keepalive-for-ever': stream(
    'signs of life for ever, and never an answer',
    async function* pings(_, tools) {
      for (;;) {
        await sleep(100, tools.signal);
        yield isEventStream(tools) ? ': ping\n\n' : '\n';
      }
    },
  ),
  'bad-json-chunk': stream(
    'one piece of the answer is broken JSON',
    withOddity((tools) =>
      isEventStream(tools) ? 'data: {"choices":[{"del\n\n' : '{"message":{"con\n',
    ),
  ),
  'error-event-mid-stream': stream(
    'the server says in the middle of the answer that it failed',
    afterSomeText(({ writer }) => [writer.failure('The server had an error')]),
  ),
  'named-error-event': stream(
    'the same, as an event with the name error',
    afterSomeText(() => [
      'event: error\ndata: {"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}}\n\n',
    ]),
  ),
  'html-mid-stream': stream(
    'a web page in the middle of the answer',
    afterSomeText(() => ['<html><body><h1>504 Gateway Time-out</h1></body></html>\n']),
  ),
  'finish-without-done': stream('the closing mark is missing', async function* open(frames) {
    let held: string | undefined;
    for await (const frame of frames) {
      if (held !== undefined) yield held;
      held = frame.kind === 'end' ? frame.data : undefined;
      if (frame.kind !== 'end') yield frame.data;
    }
  }),
  'done-without-finish': stream(
    'only the closing mark comes at the end',
    async function* close(frames) {
      let last: string | undefined;
      for await (const frame of frames) {
        if (frame.kind === 'end') last = frame.data;
        else yield frame.data;
      }
      if (last !== undefined) yield last;
    },
  ),
  'fake-done': stream(
    'a closing mark that is none',
    afterSomeText((tools) => (isEventStream(tools) ? ['data: [DONE] and more\n\n'] : ['[DONE]\n'])),
  ),
  'unknown-events': stream(
    'events that nobody has heard of',
    withOddity(
      (tools) =>
        isEventStream(tools)
          ? 'event: execute\ndata: {"type":"execute","code":"alert(1)"}\n\n'
          : '{"type":"execute","code":"alert(1)"}\n',
      0,
    ),
  ),
  'null-fields': stream(
    'events with nothing in them',
    withOddity(
      (tools) =>
        isEventStream(tools)
          ? 'data: {"choices":[{"delta":null}]}\n\ndata: {"choices":null}\n\ndata: null\n\n'
          : '{"message":null}\nnull\n',
      0,
    ),
  ),
  'endless-line': stream(
    'a line that does not end',
    afterSomeText(async function* line({ signal }) {
      yield 'data: ';
      for (;;) {
        await sleep(5, signal);
        yield ENDLESS_CHUNK;
      }
    }),
  ),
  'charset-latin1-header': {
    kind: 'stream',
    what: 'the answer claims another charset than it has',
    headers: { 'content-type': 'text/event-stream; charset=iso-8859-1' },
    async *spoil(frames) {
      for await (const { data } of frames) yield data;
    },
  },
  'byte-by-byte': stream('the answer comes in single bytes', async function* bytes(frames) {
    const encoder = new TextEncoder();
    for await (const frame of frames) {
      for (const byte of encoder.encode(frame.data)) yield Uint8Array.of(byte);
    }
  }),
  ...compressionFaults,
};
