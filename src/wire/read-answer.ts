/** What every wire format has in common when it reads: how a message ends, successfully or not. */
import { KitError } from '../errors.js';
import type { KitErrorFacts } from '../errors.js';
import { maskKeys } from '../internal/mask-keys.js';
import { readProviderError } from '../internal/read-provider-error.js';
import {
  isWorthRepeating,
  requestErrorCode,
  statusOfError,
} from '../internal/request-error-code.js';
import { foreignAnswer } from './foreign-answer.js';
import { createThoughtSplitter } from './split-thoughts.js';
import type { ChatEvent, MessageFail, ServerEvent, WireFacts } from './types.js';

/** Reads one answer. Keeps the state it needs between events. */
export interface AnswerReader {
  /** Returns the chat events of one server event. Nothing is read after `message-end` or `message-fail`. */
  read(event: ServerEvent): Iterable<ChatEvent>;
  /** Returns how the message ended, if the server reported it before the stream ended. */
  end(): ChatEvent | undefined;
}

/** This much of an answer is enough to recognise its format. */
const MAX_START_CHARS = 4_096;

/**
 * Runs a reader over a stream, and ends with exactly one `message-end` or `message-fail`. A failure says that what
 * arrived is kept only if something did. An answer that is complete and empty is a failure, too; one in which the
 * format recognises no event fails as an answer in another format.
 */
export async function* readAnswer(
  events: AsyncIterable<ServerEvent>,
  reader: AnswerReader,
  format: WireFacts,
): AsyncGenerator<ChatEvent, void, undefined> {
  const iterator = events[Symbol.asyncIterator]();
  /** The start of what arrived, until some of it is recognised. */
  let unknown: string | undefined = '';
  const thoughts = createThoughtSplitter();
  let hasContent = false;
  let hasWords = false;
  const noted = (event: ChatEvent): ChatEvent => {
    hasContent ||= isContent(event);
    hasWords = event.type !== 'text-was-reasoning' && (hasWords || isAnswer(event));
    return event;
  };
  const settle = (event: ChatEvent): ChatEvent => {
    if (event.type === 'message-end')
      return hasWords || event.reason !== 'complete' ? event : nothingSaid();
    if (event.type !== 'message-fail' || event.code === 'aborted') return event;
    return hasContent
      ? { ...event, message: `${event.message} What arrived before is kept.` }
      : asRefusal(event);
  };
  try {
    for (;;) {
      let next: IteratorResult<ServerEvent>;
      try {
        next = await iterator.next();
      } catch (error) {
        yield* thoughts.flush().map(noted);
        yield settle(reader.end() ?? connectionFail(error));
        return;
      }
      if (next.done === true) {
        yield* thoughts.flush().map(noted);
        yield explained(settle(reader.end() ?? missingEnd(unknown)), unknown, format);
        return;
      }
      const event = { ...next.value, data: ownData(next.value.data) };
      if (isHeartbeat(event)) continue;
      if (unknown !== undefined && unknown.length < MAX_START_CHARS) unknown += asBytes(event);
      for (const chatEvent of reader.read(event)) {
        if (chatEvent.type === 'message-end' || chatEvent.type === 'message-fail') {
          yield* thoughts.flush().map(noted);
          yield explained(settle(chatEvent), unknown, format);
          return;
        }
        unknown = undefined;
        yield* thoughts.split(chatEvent).map(noted);
      }
    }
  } finally {
    await iterator.return?.();
  }
}

/** Some servers frame what has been framed already, which leaves a second name of the field in the data. */
function ownData(data: string): string {
  return data.trim().replace(/^data:\s*(?=[[{])/, '');
}

/** Blank data, or a special word, only keeps the connection alive, as do comments if lines of JSON are read. */
function isHeartbeat({ event, data }: ServerEvent): boolean {
  const isSilent = /^(?::.*|["']*(?:ping|pong|heartbeat|keep-?alive)["']*)?$/i.test(data);
  return event !== 'error' && isSilent;
}

/** Returns an event roughly as it arrived. One without fields says nothing about its format. */
function asBytes({ event, data }: ServerEvent): string {
  if (!/[{:]/.test(data.replace(/^\{\s*\}$/, '')) || /^(?:ping|keep-?alive)$/i.test(event))
    return '';
  return `${event === 'message' ? '' : `event: ${event}\n`}${data.slice(0, MAX_START_CHARS)}\n`;
}

/** Returns the failure for an answer that is not recognised. It names what the answer looks like instead. */
function explained(end: ChatEvent, unknown: string | undefined, format: WireFacts): ChatEvent {
  const isEmpty = unknown === undefined || unknown === '' || end.type !== 'message-fail';
  if (isEmpty || (end.code !== 'incomplete' && end.code !== 'bad-response')) return end;
  const foreign = foreignAnswer(unknown, format);
  // Something unreadable and unrecognised may be damaged as well.
  return foreign && (end.code === 'incomplete' || foreign.facts.format) ? foreign : end;
}

/** Whether something arrived that is kept. */
function isContent({ type }: ChatEvent): boolean {
  return !/^(?:message-|usage-)/.test(type);
}

/** Whether something arrived that answers. Thinking and sources alone do not. */
function isAnswer(event: ChatEvent): boolean {
  switch (event.type) {
    case 'text-delta':
    case 'refusal-delta':
      return event.text !== '';
    case 'image-progress':
      return event.url !== undefined;
    case 'image-add':
    case 'file-add':
    case 'tool-update':
      return true;
    default:
      return false;
  }
}

function connectionFail(error: unknown): MessageFail {
  if (!KitError.is(error)) return incomplete();
  const { code, message, facts } = error;
  return { type: 'message-fail', code, message, facts };
}

/** Turns an error that arrived in place of an answer into the failure that its status stands for. */
function asRefusal(failure: MessageFail): MessageFail {
  const { status, providerCode, providerMessage = '' } = failure.facts;
  if (failure.code !== 'provider-error' || status === undefined) return failure;
  const said = providerCode === undefined ? {} : { code: providerCode };
  return { ...failure, code: requestErrorCode(status, said, providerMessage) };
}

/** Returns the JSON of an event, or a failure: an error may be told in plain words. Whatever else is no JSON is not reported. */
export function parseData({
  event,
  data,
}: Pick<ServerEvent, 'event' | 'data'>): { value: unknown } | { fail: MessageFail } {
  try {
    return { value: parseJson(data) };
  } catch {
    const broken = 'The server sent a piece of its answer that is not valid JSON.';
    return { fail: event === 'error' ? providerError({ message: data }) : badResponse(broken) };
  }
}

/** Servers in Python write numbers that JSON does not have, in the probabilities of tokens for instance. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const strict = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) =>
      found.startsWith('"') ? found : 'null',
    );
    return JSON.parse(strict) as unknown;
  }
}

export function badResponse(what: string): MessageFail {
  return {
    type: 'message-fail',
    code: 'bad-response',
    message: `${what} Try again.`,
    facts: { retryable: true },
  };
}

/** Returns an error that the server reports in the middle of its answer. */
export function providerError(value: unknown): MessageFail {
  const said = readProviderError(value) ?? {};
  const words = said.message === undefined || said.message.startsWith('<') ? '' : said.message;
  const providerMessage = maskKeys(words).slice(0, 600);
  const status = statusOfError(said);
  const facts: KitErrorFacts = {
    retryable: status === undefined || isWorthRepeating(status),
    ...(status !== undefined && { status }),
    ...(providerMessage !== '' && { providerMessage }),
    ...(said.code !== undefined && { providerCode: maskKeys(said.code) }),
    ...(said.requestId !== undefined && { requestId: maskKeys(said.requestId) }),
  };
  return {
    type: 'message-fail',
    code: 'provider-error',
    message: `The server stopped its answer with an error.${
      providerMessage === '' ? '' : ` The server said: “${providerMessage}”`
    }${facts.retryable === true ? ' Try again.' : ''}`,
    facts,
  };
}

/** Returns the failure of a model that stopped without any content. */
function nothingSaid(): MessageFail {
  return {
    type: 'message-fail',
    code: 'incomplete',
    message:
      'The model ended its answer without any text or image. Try again, or rephrase the question.',
    facts: { retryable: true },
  };
}

/** Returns the failure of an answer without an end. `unknown` is empty if nothing came but empty objects. */
function missingEnd(unknown: string | undefined): MessageFail {
  if (unknown !== '') return incomplete();
  return {
    ...incomplete(),
    message: 'The server accepted the request but sent an empty answer. Try again.',
  };
}

function incomplete(): MessageFail {
  return {
    type: 'message-fail',
    code: 'incomplete',
    message:
      'The answer ends in the middle: the connection closed before it was finished. Try again.',
    facts: { retryable: true },
  };
}
