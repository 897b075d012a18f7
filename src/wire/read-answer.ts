/** What every wire format has in common when it reads: how a message ends, well or badly. */
import { KitError } from '../errors.js';
import type { KitErrorFacts } from '../errors.js';
import { maskKeys } from '../internal/mask-keys.js';
import { readProviderError } from '../internal/read-provider-error.js';
import {
  isWorthRepeating,
  requestErrorCode,
  statusOfError,
} from '../internal/request-error-code.js';
import type { ChatEvent, ServerEvent } from './types.js';

/** Reads one answer. Keeps what it has to remember between events. */
export interface AnswerReader {
  /** The chat events of one server event. `message-end` or `message-fail` is the last that is read. */
  read(event: ServerEvent): Iterable<ChatEvent>;
  /** How the message ended, where the server told it before the stream ended. */
  end(): ChatEvent | undefined;
}

type MessageFail = Extract<ChatEvent, { type: 'message-fail' }>;

/**
 * Runs a reader over a stream, and ends with exactly one `message-end` or `message-fail`. A failure says that what
 * arrived is kept only where something did. An answer that is complete and empty is a failure, too.
 */
export async function* readAnswer(
  events: AsyncIterable<ServerEvent>,
  reader: AnswerReader,
): AsyncGenerator<ChatEvent, void, undefined> {
  const iterator = events[Symbol.asyncIterator]();
  let hasContent = false;
  let hasWords = false;
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
        yield settle(reader.end() ?? connectionFail(error));
        return;
      }
      if (next.done === true) {
        yield settle(reader.end() ?? incomplete());
        return;
      }
      const event = { ...next.value, data: next.value.data.trim() };
      if (isHeartbeat(event)) continue;
      for (const chatEvent of reader.read(event)) {
        hasContent ||= isContent(chatEvent);
        hasWords ||= isContent(chatEvent) && !('text' in chatEvent && chatEvent.text === '');
        yield settle(chatEvent);
        if (chatEvent.type === 'message-end' || chatEvent.type === 'message-fail') return;
      }
    }
  } finally {
    await iterator.return?.();
  }
}

/** Blank data, or a word of its own, only keeps the connection alive. */
function isHeartbeat({ event, data }: ServerEvent): boolean {
  return event !== 'error' && /^(?:["':]*(?:ping|pong|heartbeat|keep-?alive)["']*)?$/i.test(data);
}

function isContent({ type }: ChatEvent): boolean {
  return type === 'text-delta' || type === 'refusal-delta' || type === 'image-add';
}

function connectionFail(error: unknown): MessageFail {
  if (!KitError.is(error)) return incomplete();
  const { code, message, facts } = error;
  return { type: 'message-fail', code, message, facts };
}

/** An error in the place of an answer is called what its status would call it. */
function asRefusal(failure: MessageFail): MessageFail {
  const { status, providerCode, providerMessage = '' } = failure.facts;
  if (failure.code !== 'provider-error' || status === undefined) return failure;
  const said = providerCode === undefined ? {} : { code: providerCode };
  return { ...failure, code: requestErrorCode(status, said, providerMessage) };
}

/** The JSON of an event, or the failure that it is none. What was in it is told to nobody. */
export function parseData(data: string): { value: unknown } | { fail: MessageFail } {
  try {
    return { value: JSON.parse(data) as unknown };
  } catch {
    return { fail: badResponse('The server sent a piece of its answer that is not valid JSON.') };
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

/** An error that the server reports in the middle of its answer. */
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
      providerMessage === '' ? '' : ` It says: “${providerMessage}”`
    }${facts.retryable === true ? ' Try again.' : ''}`,
    facts,
  };
}

/** The model stopped, and all that came is nothing. */
function nothingSaid(): MessageFail {
  return {
    type: 'message-fail',
    code: 'incomplete',
    message:
      'The model ended its answer without a word or an image. Try again, or put the question in other words.',
    facts: { retryable: true },
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
