import { requestMessages } from '../../chat/conversation.js';
import { runTurn } from '../../chat/run-turn.js';
import type { ChatTrace, Connection } from '../../chat/types.js';
import { KitError } from '../../errors.js';
import { abortedError } from '../../internal/abort.js';
import { labelQuestions } from '../../messages/label-questions.js';
import { createTransport as createHttpTransport } from '../../transport/create-transport.js';
import type { Transport, TransportOptions } from '../../transport/types.js';
import type { MessageEndReason } from '../../wire/types.js';
import { createChunkWriter } from './chunk-writer.js';
import { fromUIMessages } from './from-ui-messages.js';
import type { AnswerChunk, ImageChatTransport, SendMessagesOptions } from './types.js';

export interface ImageChatTransportOptions {
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
 * Connects `useChat` to an endpoint of the kit: `useChat({ transport: createImageChatTransport({ connection
 * }) })`. `sendMessages` rejects with a `KitError` if the server does not accept the question; a failure in
 * the middle of an answer ends it with an error, keeping its text. Usage is reported as `metadata.usage` of
 * the answer.
 */
export function createImageChatTransport(options: ImageChatTransportOptions): ImageChatTransport {
  return {
    sendMessages: (request) => startAnswer(options, request),
    reconnectToStream: () => Promise.resolve(null),
  };
}

function startAnswer(
  options: ImageChatTransportOptions,
  request: SendMessagesOptions,
): Promise<ReadableStream<AnswerChunk>> {
  const { labels = false, system, onTrace, createTransport = createHttpTransport } = options;
  const messages = fromUIMessages(request.messages);
  const abort = new AbortController();

  return new Promise((resolve, reject) => {
    let controller: ReadableStreamDefaultController<AnswerChunk> | undefined;
    const chunks = createChunkWriter((chunk) => controller?.enqueue(chunk));
    const stream = new ReadableStream<AnswerChunk>({
      start: (own) => {
        controller = own;
      },
      cancel: () => {
        controller = undefined;
        stop();
      },
    });
    const accept = (): void => resolve(stream);

    function end(how: KitError | MessageEndReason): void {
      // Has no effect if the stream has already been returned.
      if (KitError.is(how)) reject(how);
      else accept();
      chunks.end(how);
      controller?.close();
      controller = undefined;
    }

    /** Stops without waiting for the network. */
    function stop(): void {
      abort.abort(abortedError());
      end(abortedError());
    }

    if (request.abortSignal?.aborted) stop();
    request.abortSignal?.addEventListener('abort', stop, { once: true });

    void runTurn({
      connection: withRequestOptions(options.connection, request),
      createTransport,
      messages: requestMessages(
        messages.map((message) => ({ message })),
        system,
      ),
      prepareMessages: (messages) => labelQuestions(messages, { labels }),
      recover: undefined,
      onTrace,
      signal: abort.signal,
      onAccepted: accept,
      onEvent: (event) => chunks.write(event),
      onEnd: end,
    });
  });
}

/** Adds the headers and body fields of one call to those of the connection. */
function withRequestOptions(
  connection: Connection,
  { headers, body }: SendMessagesOptions,
): Connection {
  const extraBody = { ...connection.options?.extraBody, ...body };
  const { headers: own } = connection;
  const merge = (given: HeadersInit | undefined): Headers => {
    const merged = new Headers(given);
    for (const [name, value] of new Headers(headers)) merged.set(name, value);
    return merged;
  };
  return {
    ...connection,
    options: { ...connection.options, ...(body && { extraBody }) },
    headers: typeof own === 'function' ? async (call) => merge(await own(call)) : merge(own),
  };
}
