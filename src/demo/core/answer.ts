/** Turns a checked conversation into a response: the answer, its token count, its pace, and any requested fault. */
import type { Frame, SpoilTools } from '../faults/fault.js';
import { findFault, takeFault } from '../faults/fault-list.js';
import type { OrderedFault } from '../faults/fault.js';
import { composeAnswer } from './compose-answer.js';
import type { DemoContext } from './context.js';
import type { ErrorStyle } from './refusal.js';
import {
  countInputTokens,
  currentTurn,
  estimateTokens,
  type Conversation,
} from './conversation.js';
import { asBody, frames, type Pace } from './frames.js';
import { json } from './http.js';
import { ownWords } from './own-words.js';
import type { Reply, ReplyShape } from './stream-writer.js';

const REFUSAL_TEXT = "I'm sorry, I can't help with that.";
const CHARS_PER_TOKEN = 4;
/** Length in characters at which the ending faults cut an answer. */
const CUT_AFTER = 160;

export async function answer(
  context: DemoContext,
  style: ErrorStyle,
  conversation: Conversation,
  shape: ReplyShape,
): Promise<Response> {
  const { request, options } = context;
  const asked = takeFault(currentTurn(conversation).text);
  const ordered = context.fault ?? asked.ordered;
  const failed = ordered && (await respondToFault(context, style, ordered));
  if (failed) return failed;
  const question = ownWords(asked.text, currentTurn(conversation).images.length);
  const { readText: _reader, ...withoutReader } = options;
  // A requested fault should be visible at once, without waiting for text recognition.
  const sections = composeAnswer(conversation, question, ordered ? withoutReader : options);
  const { reply, text } = startReply(conversation, sections, ordered);
  const told = toldAtTheEnd(text, () => shape.onReply?.(reply));
  if (conversation.wantsStream) {
    return streamed(shape, { reply, text: told }, paceOf(context, ordered), ordered, request);
  }
  for await (const _written of told);
  return whole(shape, reply, ordered, request);
}

/** An answer that is being written: `reply` grows as `text` is read. */
interface GrowingReply {
  reply: Reply;
  text: AsyncIterable<string>;
}

async function* toldAtTheEnd(
  text: AsyncIterable<string>,
  tell: () => void,
): AsyncGenerator<string> {
  yield* text;
  tell();
}

/** Returns the response of a fault that replaces an answer. */
export async function respondToFault(
  { request, store }: DemoContext,
  style: ErrorStyle,
  { name, fault }: OrderedFault,
): Promise<Response | undefined> {
  if (fault.kind !== 'response') return undefined;
  const seen = store.faultCounts.get(name) ?? 0;
  store.faultCounts.set(name, seen + 1);
  return fault.respond(request, style, seen);
}

export function orderedFault(
  request: Request,
  option: string | undefined,
): OrderedFault | undefined {
  return findFault(request.headers.get('x-demo-fault')) ?? findFault(option);
}

function startReply(
  conversation: Conversation,
  sections: AsyncIterable<string>,
  ordered: OrderedFault | undefined,
): GrowingReply {
  const { maxOutputTokens = Infinity } = conversation;
  const finish = (ordered?.fault.kind === 'ending' ? ordered.fault.finish : undefined) ?? 'stop';
  const reply: Reply = {
    text: '',
    finish,
    usage: { inputTokens: countInputTokens(conversation), outputTokens: 0 },
  };
  const isCut = finish === 'length' || finish === 'filter';
  const limitChars = maxOutputTokens * CHARS_PER_TOKEN;
  const maxChars = isCut ? Math.min(CUT_AFTER, limitChars) : limitChars;
  return {
    reply,
    text: grow(reply, finish === 'refusal' ? [REFUSAL_TEXT] : sections, maxChars),
  };
}

async function* grow(
  reply: Reply,
  sections: AsyncIterable<string> | Iterable<string>,
  maxChars: number,
): AsyncGenerator<string> {
  for await (const section of sections) {
    const text = reply.text === '' ? section : `\n\n${section}`;
    const said = text.slice(0, maxChars - reply.text.length);
    reply.text += said;
    reply.usage.outputTokens = estimateTokens(reply.text.length);
    const isOver = said.length < text.length;
    if (isOver && reply.finish === 'stop') reply.finish = 'length';
    yield said;
    if (isOver) return;
  }
}

function paceOf({ options }: DemoContext, ordered: OrderedFault | undefined): Pace {
  if (ordered?.fault.kind === 'pace') return ordered.fault;
  const { delayMs = 250, tokensPerSecond = 60 } = options;
  return { delayMs, tokensPerSecond };
}

function streamed(
  shape: ReplyShape,
  { reply, text }: GrowingReply,
  pace: Pace,
  ordered: OrderedFault | undefined,
  request: Request,
): Response {
  const writer = shape.createWriter(reply);
  const body = asBody((signal) => {
    const source = frames(writer, text, pace, signal);
    return spoil(source, ordered, { writer, signal });
  }, request);
  const fault = ordered?.fault;
  return new Response(body, {
    headers: {
      'content-type': writer.contentType,
      'cache-control': 'no-store',
      ...(fault?.kind === 'stream' && fault.headers),
    },
  });
}

/** Applies stream faults to a non-streamed answer as well: its JSON passes through them in halves. */
function whole(
  shape: ReplyShape,
  reply: Reply,
  ordered: OrderedFault | undefined,
  request: Request,
): Response {
  const body = shape.whole(reply);
  if (ordered?.fault.kind !== 'stream') return json(body);
  const writer = shape.createWriter(reply);
  const halves = asBody(
    (signal) => spoil(inHalves(JSON.stringify(body)), ordered, { writer, signal }),
    request,
  );
  const { headers } = ordered.fault;
  return new Response(halves, { headers: { 'content-type': 'application/json', ...headers } });
}

async function* spoil(
  source: AsyncIterable<Frame>,
  ordered: OrderedFault | undefined,
  tools: SpoilTools,
): AsyncGenerator<string | Uint8Array> {
  if (ordered?.fault.kind === 'stream') yield* ordered.fault.spoil(source, tools);
  else for await (const { data } of source) yield data;
}

async function* inHalves(text: string): AsyncGenerator<Frame> {
  const middle = Math.floor(text.length / 2);
  yield { kind: 'start', data: text.slice(0, middle) };
  yield { kind: 'end', data: text.slice(middle) };
}
