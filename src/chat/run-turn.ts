import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import type { ChatMessage } from '../messages/types.js';
import type { Transport, TransportOptions } from '../transport/types.js';
import type { ChatEvent, MessageEndReason, ServerEvent } from '../wire/types.js';
import { transportOptions } from './connection.js';
import { chatEventTrace, serverEventTrace } from './trace.js';
import type { ChatTrace, Connection, PrepareMessages } from './types.js';

export interface TurnOptions {
  connection: Connection;
  createTransport: (options: TransportOptions) => Transport;
  messages: readonly ChatMessage[];
  prepareMessages: PrepareMessages | undefined;
  signal: AbortSignal;
  onAccepted: () => void;
  /** Content and usage, as they come. */
  onEvent: (event: ChatEvent) => void;
  /** Why there is no whole answer, or how it ended. Called at once, also when the connection is slow to close. */
  onEnd: (end: KitError | MessageEndReason) => void;
  onTrace: ((trace: ChatTrace) => void) | undefined;
}

/** One question to one endpoint. Never rejects: whatever happens ends in `onEnd`. */
export async function runTurn(options: TurnOptions): Promise<void> {
  try {
    await exchange(options);
  } catch (error) {
    options.onEnd(KitError.is(error) ? error : unexpectedError(error));
  }
}

async function exchange(options: TurnOptions): Promise<void> {
  const { connection, createTransport, prepareMessages, signal, onTrace } = options;
  const { wire, model } = connection;

  const messages = (await prepareMessages?.(options.messages, signal)) ?? options.messages;
  throwIfAborted(signal);
  const request = await wire.buildRequest(messages, { ...connection.options, model, signal });
  throwIfAborted(signal);
  onTrace?.({ type: 'request', request, messages });

  const transport = createTransport(transportOptions(connection));
  const serverEvents = transport.stream(
    { path: request.path, method: 'POST', headers: request.headers, body: request.body },
    {
      signal,
      framing: wire.framing,
      onAccepted(response) {
        onTrace?.({ type: 'response', status: response.status });
        options.onAccepted();
      },
    },
  );

  for await (const event of wire.readEvents(traced(serverEvents, onTrace))) {
    onTrace?.(chatEventTrace(event));
    if (event.type === 'message-fail' || event.type === 'message-end') {
      options.onEnd(event.type === 'message-end' ? event.reason : KitError.fromJSON(event));
      return;
    }
    options.onEvent(event);
  }
  throw new KitError('incomplete', {
    message: 'The answer ended before it was complete. Try again.',
    facts: { retryable: true },
  });
}

async function* traced(
  events: AsyncIterable<ServerEvent>,
  onTrace: TurnOptions['onTrace'],
): AsyncGenerator<ServerEvent> {
  for await (const event of events) {
    onTrace?.(serverEventTrace(event));
    yield event;
  }
}

function unexpectedError(cause: unknown): KitError {
  return new KitError('bad-request', {
    message: 'The request could not be made. Try again, or start the conversation anew.',
    cause,
  });
}
