import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import type { ChatMessage } from '../messages/types.js';
import type { WireResponseSchema } from '../objects/types.js';
import type { Transport, TransportOptions } from '../transport/types.js';
import type {
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireRequest,
  WireWarning,
} from '../wire/types.js';
import { transportOptions } from './connection.js';
import { withOwnBody, type ChatRequest } from './own-body.js';
import { isGone, type Link, type Open, openerOf, readOn, withReplays } from './resume-answer.js';
import { reportWaits, type RetryWait } from './retry-wait.js';
import { chatEventTrace, serverEventTrace } from './trace.js';
import type { ChatTrace, Connection, Recovery } from './types.js';

export interface TurnOptions {
  connection: Connection;
  createTransport: (options: TransportOptions) => Transport;
  messages: readonly ChatMessage[];
  prepareMessages:
    | ((
        messages: readonly ChatMessage[],
        signal: AbortSignal,
      ) => readonly ChatMessage[] | Promise<readonly ChatMessage[]>)
    | undefined;
  recover:
    | ((
        error: KitError,
        messages: readonly ChatMessage[],
        options: { signal: AbortSignal; isLastTry: boolean },
      ) => Recovery | Promise<Recovery>)
    | undefined;
  /** The shape that the answer must have. */
  responseSchema?: WireResponseSchema | undefined;
  signal: AbortSignal;
  /**
   * Called with the messages as they are sent, and with what the wire format changed in them; a second time if a refusal
   * was fixed and the request is sent again.
   */
  onRequest?: (messages: readonly ChatMessage[], warnings: readonly WireWarning[]) => void;
  onAccepted: () => void;
  /** Called when the transport waits before it retries the request, and with `undefined` when it retries. */
  onRetryWait?: ((wait: RetryWait | undefined) => void) | undefined;
  /** Called with content and usage as they arrive. */
  onEvent: (event: ChatEvent) => void;
  /**
   * Set to read an answer again that the server is still writing: its id, and how much of it there is. `onGone` is called
   * instead of `onEnd` if the server no longer has it.
   */
  resumed?: { id: string; keptSize: number; onGone: () => void } | undefined;
  /** Called with the id by which the answer can be read again after a reload. */
  onResumable?: ((id: string) => void) | undefined;
  /** Called before what has arrived of the answer is replaced. Missing if it cannot be. */
  onRestart?: (() => void) | undefined;
  /**
   * Called with the reason why the answer is incomplete, or how it ended. Called at once, even if the connection is
   * slow to close.
   */
  onEnd: (end: KitError | MessageEndReason) => void;
  onTrace: ((trace: ChatTrace) => void) | undefined;
}

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
  const accept = (): void => {
    isAccepted = true;
    options.onAccepted();
  };
  const progress = { accept, hasBegun: () => hasBegun, isThinking: () => isThinking };
  const link: Link = {};
  try {
    const replay = (): AsyncIterable<ChatEvent> | undefined => replayOf(options, transport, link);
    const sent = send(options, transport, messages, progress, link);
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

/** Returns the answer from its start. A format with positions has been read on as far as possible already. */
function replayOf(
  options: TurnOptions,
  transport: Transport,
  link: Link,
): AsyncIterable<ChatEvent> | undefined {
  const { resume } = options.connection.wire;
  const isPossible = resume && !resume.positionOf && link.id !== undefined && options.onRestart;
  return isPossible && !options.signal.aborted ? eventsAgain(options, transport, link) : undefined;
}

function eventsAgain(
  options: TurnOptions,
  transport: Transport,
  link: Link,
): AsyncIterable<ChatEvent> {
  const open = openerOf(options.connection, transport, callbacksOf(options));
  return read(options, readOnFrom(open(link.id ?? ''), options, link, open));
}

function readOnFrom(
  events: AsyncIterable<ServerEvent>,
  { connection, signal }: TurnOptions,
  link: Link,
  open: Open,
): AsyncIterable<ServerEvent> {
  const { resume } = connection.wire;
  if (!resume?.positionOf) return events;
  return readOn(events, { link, positionOf: (event) => resume.positionOf?.(event), open, signal });
}

function callbacksOf({ signal, onTrace }: TurnOptions) {
  return {
    signal,
    onResponse: ({ status }: Response): void => onTrace?.({ type: 'response', status }),
  };
}

/** Events of the server become events of the chat. */
async function* read(
  { connection, onTrace }: TurnOptions,
  events: AsyncIterable<ServerEvent>,
): AsyncGenerator<ChatEvent> {
  const { wire } = connection;
  if (!onTrace) {
    yield* wire.readEvents(events);
    return;
  }
  for await (const event of wire.readEvents(traced(events, onTrace))) {
    onTrace(chatEventTrace(event));
    yield event;
  }
}

function reportLink({ onResumable }: TurnOptions, link: Link & { isReported?: boolean }): void {
  if (link.isReported || link.id === undefined) return;
  link.isReported = true;
  onResumable?.(link.id);
}

const BACKGROUND_DROPPED = optionDropped('background');
const MADE_IMAGES_DROPPED = optionDropped('madeImages');

function optionDropped(name: string): WireWarning {
  return {
    code: 'option-dropped',
    message: `The option “${name}” was not sent, because this endpoint does not take it.`,
  };
}

const SCHEMA_DROPPED: WireWarning = {
  code: 'option-dropped',
  message:
    'The form of the answer was not sent, because this endpoint does not take one. The answer may have another.',
};

interface Progress {
  accept: () => void;
  hasBegun: () => boolean;
  isThinking: () => boolean;
}

/** Even servers that refuse in the end may begin by naming the model and counting tokens. */
function isAnswer(event: ChatEvent): boolean {
  if (event.type === 'message-fail') {
    // An unreadable answer without an error message does not mean that the request was refused.
    const isUnreadable = event.code === 'bad-response' && event.facts.providerMessage === undefined;
    return event.code === 'incomplete' || isUnreadable;
  }
  return event.type !== 'message-start' && event.type !== 'usage-update';
}

/** Whether a long silence may follow: the model is still thinking or making an image, or waits for a tool of the server. */
function isPause({ type }: ChatEvent): boolean {
  return /^(?:reasoning-delta|tool-update|source-add|image-progress)$/.test(type);
}

async function* send(
  options: TurnOptions,
  transport: Transport,
  messages: readonly ChatMessage[],
  { accept, ...progress }: Progress,
  link: Link,
): AsyncGenerator<ChatEvent> {
  const { connection, messages: conversation, responseSchema } = options;
  const { signal, onRequest, onTrace } = options;
  const { wire, model } = connection;
  throwIfAborted(signal);
  const request = await wire.buildRequest(messages, {
    ...connection.options,
    ...(responseSchema && { responseSchema }),
    model,
    signal,
  });
  const own = await withOwnBody(connection, request, messages, signal);
  throwIfAborted(signal);
  onTrace?.({ type: 'request', request: await asWritten(request, own), messages, conversation });
  const ignoresSchema = responseSchema && wire.responseSchemas !== true;
  const ignoresMadeImages = connection.options?.madeImages && wire.madeImages !== true;
  const ignoresBackground = connection.options?.background && wire.backgroundAnswers !== true;
  onRequest?.(messages, [
    ...request.warnings,
    ...(ignoresSchema ? [SCHEMA_DROPPED] : []),
    ...(ignoresBackground ? [BACKGROUND_DROPPED] : []),
    ...(ignoresMadeImages ? [MADE_IMAGES_DROPPED] : []),
  ]);

  let isTraced = false;
  const traceResponse = ({ status }: Response): void => {
    isTraced = true;
    onTrace?.({ type: 'response', status });
  };
  const serverEvents = transport.stream(
    { path: own.path, method: 'POST', headers: own.headers, body: own.body },
    {
      signal,
      framing: wire.framing,
      ...progress,
      onResponse: traceResponse,
      onAccepted(response) {
        // A transport of the app's own may report only this.
        if (!isTraced) traceResponse(response);
        accept();
      },
    },
  );
  // A backend that reads a body of its own may know the answer by another id.
  const resume = connection.body ? undefined : request.resume;
  const open = openerOf(connection, transport, callbacksOf(options));
  link.id = resume?.id;
  for await (const event of read(options, readOnFrom(serverEvents, options, link, open))) {
    if (resume && event.type === 'message-start') link.id ??= event.id;
    yield event;
  }
}

/** Returns a body of the app's own as bytes. */
async function asWritten(
  request: WireRequest,
  { headers, body }: ChatRequest,
): Promise<WireRequest> {
  if (body === request.body) return request;
  return { ...request, headers, body: await new Response(body).blob() };
}

async function* traced(
  events: AsyncIterable<ServerEvent>,
  onTrace: NonNullable<TurnOptions['onTrace']>,
): AsyncGenerator<ServerEvent> {
  for await (const event of events) {
    onTrace(serverEventTrace(event));
    yield event;
  }
}

function unexpectedError(cause: unknown): KitError {
  return new KitError('unexpected', {
    message: 'The request could not be made. Try again, or start a new chat.',
    cause,
  });
}
