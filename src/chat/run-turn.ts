import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import type { Transport } from '../transport/types.js';
import type { ChatEvent } from '../wire/types.js';
import { transportOptions } from './connection.js';
import { isGone, type Link, withReplays } from './resume-answer.js';
import { reportWaits } from './retry-wait.js';
import { eventsAgain, replayOf, sendQuestion } from './turn-events.js';
import type { TurnOptions } from './turn-options.js';

/** Sends one question to one endpoint. Never rejects: every outcome is reported to `onEnd`. */
export async function runTurn(options: TurnOptions): Promise<void> {
  const { prepareMessages, recover, signal, onEnd } = options;
  try {
    // One mask for all attempts: it hides the keys of each in the answers to all.
    const transport = options.createTransport(
      reportWaits(transportOptions(options.connection), options.onRetryWait),
    );
    if (options.resumed) {
      await readAgain(options, transport, options.resumed);
      return;
    }
    const messages = (await prepareMessages?.(options.messages, signal)) ?? options.messages;
    const refusal = await exchange(options, transport, messages);
    if (!refusal) return;
    const first = await recover?.(refusal, messages, { signal, isLastTry: false });
    if (!first?.messages) {
      onEnd(first?.error ?? refusal);
      return;
    }
    const secondRefusal = await exchange(options, transport, first.messages);
    if (!secondRefusal) return;
    const second = await recover?.(secondRefusal, first.messages, { signal, isLastTry: true });
    onEnd(second?.error ?? secondRefusal);
  } catch (error) {
    onEnd(KitError.is(error) ? error : unexpectedError(error));
  }
}

/** Returns why the server did not accept the request. Once it has, everything is reported to the callbacks. */
async function exchange(
  options: TurnOptions,
  transport: Transport,
  messages: readonly ChatMessage[],
): Promise<KitError | undefined> {
  let isAccepted = false;
  let hasBegun = false;
  let isThinking = false;
  let hasEnded = false;
  const accept = (): void => {
    isAccepted = true;
    options.onAccepted();
  };
  const progress = {
    accept,
    hasBegun: () => hasBegun,
    isThinking: () => isThinking,
    hasEnded: () => hasEnded,
  };
  const link: Link = {};
  try {
    const replay = (): AsyncIterable<ChatEvent> | undefined => replayOf(options, transport, link);
    const sent = sendQuestion(options, transport, messages, progress, link);
    for await (const event of withReplays(sent, {
      replay,
      onRestart: () => options.onRestart?.(),
    })) {
      reportLink(options, link);
      // An answer that ended without text is an answer nevertheless.
      if (!isAccepted && isAnswer(event)) accept();
      hasBegun ||= isAnswer(event);
      if (event.type !== 'usage-update') isThinking = isPause(event);
      if (event.type === 'message-fail') throw KitError.fromJSON(event);
      if (event.type === 'message-end') {
        hasEnded = true;
        options.onEnd(event.reason);
        return undefined;
      }
      options.onEvent(event);
    }
    throw new KitError('incomplete', {
      message: 'The answer ended before it was complete. Try again.',
      facts: { retryable: true },
    });
  } catch (error) {
    if (!KitError.is(error)) throw error;
    if (!isAccepted && error.code !== 'aborted') return error;
    options.onEnd(error);
    return undefined;
  }
}

/** Reads an answer that was accepted before. */
async function readAgain(
  options: TurnOptions,
  transport: Transport,
  { id, keptSize, onGone }: NonNullable<TurnOptions['resumed']>,
): Promise<void> {
  const { onEvent, onEnd } = options;
  let hasRestarted = false;
  const replay = (): AsyncIterable<ChatEvent> => eventsAgain(options, transport, { id });
  const onRestart = (): void => {
    hasRestarted = true;
    options.onRestart?.();
  };
  for await (const event of withReplays(replay(), { replay, keptSize, onRestart })) {
    if (event.type === 'message-fail') {
      const error = KitError.fromJSON(event);
      if (isGone(error) && !hasRestarted) onGone();
      else onEnd(error);
      return;
    }
    if (event.type === 'message-end') {
      onEnd(event.reason);
      return;
    }
    onEvent(event);
  }
}

function reportLink({ onResumable }: TurnOptions, link: Link & { isReported?: boolean }): void {
  if (link.isReported || link.id === undefined) return;
  link.isReported = true;
  onResumable?.(link.id);
}

/** Even servers that refuse in the end may begin by naming the model and counting tokens. */
function isAnswer(event: ChatEvent): boolean {
  if (event.type === 'message-fail') {
    // An unreadable answer without an error message does not mean that the request was refused, unless its status says so.
    const { providerMessage, status = 0 } = event.facts;
    const isUnreadable =
      event.code === 'bad-response' && providerMessage === undefined && status < 400;
    return event.code === 'incomplete' || isUnreadable;
  }
  return event.type !== 'message-start' && event.type !== 'usage-update';
}

/** Whether a long silence may follow: the model is still thinking or making an image, or waits for a tool of the server. */
function isPause({ type }: ChatEvent): boolean {
  return /^(?:reasoning-delta|tool-update|source-add|image-progress)$/.test(type);
}

function unexpectedError(cause: unknown): KitError {
  return new KitError('unexpected', {
    message: 'The request could not be made. Try again, or start a new chat.',
    cause,
  });
}
