/** From a judged conversation to a response: the answer, its price, its pace, and what was ordered to go wrong. */
import type { Frame, SpoilTools } from '../faults/fault.js';
import { findFault, takeFault, type OrderedFault } from '../faults/fault-list.js';
import { composeAnswer } from './compose-answer.js';
import type { DemoContext, ErrorStyle } from './context.js';
import {
  countInputTokens,
  currentTurn,
  estimateTokens,
  type Conversation,
} from './conversation.js';
import { asBody, frames, type Pace } from './frames.js';
import { json } from './http.js';
import type { Finish, Reply, ReplyShape } from './stream-writer.js';

const REFUSAL_TEXT = "I'm sorry, I can't help with that.";
/** Characters of an answer that the ending faults let through. */
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
  const text = await composeAnswer(conversation, asked.text, options);
  const reply = finishReply(conversation, text, ordered);
  shape.onReply?.(reply);
  return conversation.wantsStream
    ? streamed(shape, reply, paceOf(context, ordered), ordered, request)
    : whole(shape, reply, ordered, request);
}

/** The response of a fault that comes instead of an answer. */
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

function finishReply(
  conversation: Conversation,
  text: string,
  ordered: OrderedFault | undefined,
): Reply {
  const { maxOutputTokens } = conversation;
  const ending = ordered?.fault.kind === 'ending' ? ordered.fault.finish : undefined;
  let finish: Finish = ending ?? 'stop';
  let said = text;
  if (finish === 'refusal') said = REFUSAL_TEXT;
  else if (finish !== 'stop') said = text.slice(0, CUT_AFTER);
  if (maxOutputTokens !== undefined && estimateTokens(said.length) > maxOutputTokens) {
    said = said.slice(0, maxOutputTokens * 4);
    finish = 'length';
  }
  return {
    text: said,
    finish,
    usage: {
      inputTokens: countInputTokens(conversation),
      outputTokens: estimateTokens(said.length),
    },
  };
}

function paceOf({ options }: DemoContext, ordered: OrderedFault | undefined): Pace {
  if (ordered?.fault.kind === 'pace') return ordered.fault;
  const { delayMs = 250, tokensPerSecond = 60 } = options;
  return { delayMs, tokensPerSecond };
}

function streamed(
  shape: ReplyShape,
  reply: Reply,
  pace: Pace,
  ordered: OrderedFault | undefined,
  request: Request,
): Response {
  const writer = shape.createWriter(reply);
  const body = asBody((signal) => {
    const source = frames(writer, reply, pace, signal);
    return spoil(source, ordered, { writer, signal });
  }, request);
  const fault = ordered?.fault;
  const contentType = (fault?.kind === 'stream' && fault.contentType) || writer.contentType;
  return new Response(body, {
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  });
}

/** Faults of a stream happen to a whole answer too: its JSON goes through them in halves. */
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
  return new Response(halves, { headers: { 'content-type': 'application/json' } });
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
