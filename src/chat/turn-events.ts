/** The events of one answer: asked for, read again, or read on after a break. */
import { throwIfAborted } from '../internal/abort.js';
import type { ChatMessage } from '../messages/types.js';
import type { Transport } from '../transport/types.js';
import type { ChatEvent, ServerEvent, WireRequest, WireWarning } from '../wire/types.js';
import { type ChatRequest, withOwnBody } from './own-body.js';
import { type Link, type Open, openerOf, readOn } from './resume-answer.js';
import type { TurnOptions } from './turn-options.js';
import { chatEventTrace, serverEventTrace } from './trace.js';

/** What the transport must know of an answer to tell a silence from a break. */
interface Progress {
  accept: () => void;
  hasBegun: () => boolean;
  isThinking: () => boolean;
  hasEnded: () => boolean;
}

/** Sends the question. What arrives before `onAccepted` may be a refusal. */
export async function* sendQuestion(
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
  onRequest?.(messages, [...request.warnings, ...droppedOptions(options)]);

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

/** What was asked for, and the format cannot carry. */
function droppedOptions({
  connection: { wire, options },
  responseSchema,
}: TurnOptions): readonly WireWarning[] {
  return [
    ...(responseSchema && wire.responseSchemas !== true ? [SCHEMA_DROPPED] : []),
    ...(options?.background && wire.backgroundAnswers !== true
      ? [optionDropped('background')]
      : []),
    ...(options?.madeImages && wire.madeImages !== true ? [optionDropped('madeImages')] : []),
  ];
}

const SCHEMA_DROPPED: WireWarning = {
  code: 'option-dropped',
  message:
    'The form of the answer was not sent, because this endpoint does not take one. The answer may have another.',
};

function optionDropped(name: string): WireWarning {
  return {
    code: 'option-dropped',
    message: `The option “${name}” was not sent, because this endpoint does not take it.`,
  };
}

/** Returns the answer from its start. A format with positions has been read on as far as possible already. */
export function replayOf(
  options: TurnOptions,
  transport: Transport,
  link: Link,
): AsyncIterable<ChatEvent> | undefined {
  const { resume } = options.connection.wire;
  const isPossible = resume && !resume.positionOf && link.id !== undefined && options.onRestart;
  return isPossible && !options.signal.aborted ? eventsAgain(options, transport, link) : undefined;
}

/** Reads an answer that the server has, from its start. */
export function eventsAgain(
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

async function* traced(
  events: AsyncIterable<ServerEvent>,
  onTrace: NonNullable<TurnOptions['onTrace']>,
): AsyncGenerator<ServerEvent> {
  for await (const event of events) {
    onTrace(serverEventTrace(event));
    yield event;
  }
}
