import { requestMessages } from '../../chat/conversation.js';
import { runTurn } from '../../chat/run-turn.js';
import type { ChatTrace, Connection } from '../../chat/types.js';
import { KitError } from '../../errors.js';
import { abortedError } from '../../internal/abort.js';
import { labelQuestions } from '../../messages/label-questions.js';
import type { ChatMessage } from '../../messages/types.js';
import { createTransport as createHttpTransport } from '../../transport/create-transport.js';
import type { Transport, TransportOptions } from '../../transport/types.js';
import type { ChatEvent, MessageEndReason } from '../../wire/types.js';
import { createChannel } from './create-channel.js';

/** Options of every adapter that sends requests to a connection of the kit. */
export interface AnswerOptions {
  connection: Connection;
  /** First message of each request. */
  system?: string;
  /** Puts "Image 1:" before each image. @defaultValue false */
  labels?: boolean;
  onTrace?: (trace: ChatTrace) => void;
  /** @defaultValue the kit's own, over fetch */
  createTransport?: (options: TransportOptions) => Transport;
}

/**
 * Yields the events of one answer; the last is `message-end`. Leaving the loop cancels the request.
 *
 * @throws KitError with a code of `requestErrorCodes`, or `unexpected` or `aborted`
 */
export async function* streamAnswer(
  options: AnswerOptions,
  messages: readonly ChatMessage[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ChatEvent, void> {
  const { connection, labels = false, system, onTrace } = options;
  const channel = createChannel<ChatEvent>();
  const abort = new AbortController();
  let hasEnded = false;
  const stop = (): void => {
    abort.abort(abortedError(signal));
    // Does not wait for the network.
    channel.end(abortedError(signal));
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  void runTurn({
    connection,
    createTransport: options.createTransport ?? createHttpTransport,
    messages: requestMessages(
      messages.map((message) => ({ message })),
      system,
    ),
    prepareMessages: (asked) => labelQuestions(asked, { labels }),
    recover: undefined,
    onTrace,
    signal: abort.signal,
    onAccepted: () => undefined,
    onEvent: channel.push,
    onEnd: (end: KitError | MessageEndReason) => {
      hasEnded = true;
      if (KitError.is(end)) channel.end(end);
      else {
        channel.push({ type: 'message-end', reason: end });
        channel.end();
      }
    },
  });
  try {
    yield* channel.read();
  } finally {
    signal?.removeEventListener('abort', stop);
    if (!hasEnded) abort.abort(abortedError());
  }
}
