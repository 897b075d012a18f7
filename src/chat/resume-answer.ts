/**
 * Reads an answer again that the server is still writing, after a reload or a lost connection. What has arrived stays
 * until at least as much of the answer has arrived again, so that a second loss costs nothing.
 */
import { KitError } from '../errors.js';
import type { ChatMessage, MessagePart } from '../messages/types.js';
import type { Transport } from '../transport/types.js';
import type { ChatEvent, ServerEvent } from '../wire/types.js';
import { transportOptions } from './connection.js';
import type { ChatStoreOptions, Connection } from './types.js';

/** How the answer of a turn can be read again. */
export interface Link {
  /** Known once the server has named the answer. */
  id?: string | undefined;
}

export type Open = (id: string, after?: number) => AsyncIterable<ServerEvent>;

const LOST: ReadonlySet<string> = new Set([
  'offline',
  'unreachable',
  'incomplete',
  'first-byte-timeout',
  'stalled',
]);

/** The server knows nothing of the answer, or has no such address. */
const GONE: ReadonlySet<string> = new Set([
  'not-found',
  'bad-request',
  'bad-response',
  'forbidden',
]);

export const isGone = (error: KitError): boolean => GONE.has(error.code);

/** Returns the error for a server that has nothing to read. */
export function nothingToRead(): KitError {
  return new KitError('not-found', { message: 'The server no longer has this answer.' });
}

/** Returns a function that requests the events of an answer. */
export function openerOf(
  { wire, options = {} }: Connection,
  transport: Transport,
  callbacks: { signal: AbortSignal; onResponse: (response: Response) => void },
): Open {
  return (id, after) =>
    transport.stream(
      { path: wire.resume?.path(id, options, after) ?? '', method: 'GET' },
      {
        signal: callbacks.signal,
        framing: wire.framing,
        // How long the model has been silent before is not known.
        isThinking: () => true,
        onResponse(response) {
          callbacks.onResponse(response);
          if (response.status === 204) throw nothingToRead();
        },
      },
    );
}

/**
 * Passes on events, and those after the last one if the connection is lost, as long as each attempt brings some. For
 * formats whose events have positions.
 */
export async function* readOn(
  events: AsyncIterable<ServerEvent>,
  {
    link,
    positionOf,
    open,
    signal,
  }: {
    link: Link;
    positionOf: (event: ServerEvent) => number | undefined;
    open: Open;
    signal: AbortSignal;
  },
): AsyncGenerator<ServerEvent> {
  let source = events;
  let last: number | undefined;
  /** The loss that an attempt follows. */
  let loss: { error?: unknown } | undefined;
  for (;;) {
    let hasMore = false;
    let end: { error?: unknown } = {};
    try {
      for await (const event of source) {
        const position = positionOf(event);
        // A server may send again what was read before.
        if (position !== undefined && last !== undefined && position <= last) continue;
        last = position ?? last;
        hasMore ||= position !== undefined;
        yield event;
      }
    } catch (error) {
      end = { error };
    }
    const isLost = end.error === undefined || (KitError.is(end.error) && LOST.has(end.error.code));
    if (!isLost || !hasMore || link.id === undefined || last === undefined || signal.aborted) {
      const { error } = hasMore || !loss ? end : loss;
      if (error !== undefined) throw error as Error;
      return;
    }
    loss = end;
    source = open(link.id, last);
  }
}

/** Reads the answer again from its start each time that the connection is lost, as long as more of it arrives. */
export async function* withReplays(
  events: AsyncIterable<ChatEvent>,
  {
    replay,
    keptSize,
    onRestart,
  }: {
    /** Returns `undefined` if the answer cannot be read again. */
    replay: () => AsyncIterable<ChatEvent> | undefined;
    /** What there is of the answer, if `events` are its first replay. */
    keptSize?: number | undefined;
    /** Called before the first event of a replay: it replaces what there is. */
    onRestart: () => void;
  },
): AsyncGenerator<ChatEvent> {
  let source = events;
  let kept = keptSize ?? 0;
  let isReplay = keptSize !== undefined;
  let loss: ChatEvent | undefined;
  for (;;) {
    let size = 0;
    let held: ChatEvent[] | undefined = isReplay ? [] : undefined;
    let fail: ChatEvent | undefined;
    for await (const event of source) {
      if (event.type === 'message-fail') {
        fail = event;
        break;
      }
      size += sizeOf(event);
      if (held) {
        held.push(event);
        if (event.type !== 'message-end' && (size === 0 || size < kept)) continue;
        onRestart();
        yield* held;
        held = undefined;
      } else yield event;
      if (event.type === 'message-end') return;
    }
    if (!fail) return;
    const isLost = fail.type === 'message-fail' && LOST.has(fail.code);
    const next = isLost && !held && size > kept ? replay() : undefined;
    if (!next) {
      yield held ? (loss ?? fail) : fail;
      return;
    }
    loss = fail;
    kept = size;
    isReplay = true;
    source = next;
  }
}

/** Returns how much of an answer there is, in the unit of `sizeOf`. */
export function answerSize(parts: ChatMessage['parts']): number {
  return parts.reduce((sum, part) => sum + partSize(part), 0);
}

function partSize(part: MessagePart): number {
  if (part.type === 'text' || part.type === 'reasoning') return part.text.length;
  return part.type === 'image' || part.type === 'file' ? 1 : 0;
}

function sizeOf(event: ChatEvent): number {
  switch (event.type) {
    case 'text-delta':
    case 'refusal-delta':
    case 'reasoning-delta':
      return event.text.length;
    case 'image-add':
    case 'file-add':
      return 1;
    default:
      return 0;
  }
}

/** Stops an answer that would be finished without a reader. A failure changes nothing for the user. */
export async function cancelAnswer(
  connection: Connection,
  createTransport: ChatStoreOptions['createTransport'],
  id: string,
): Promise<void> {
  const path = connection.wire.resume?.cancelPath?.(id, connection.options ?? {});
  if (path === undefined) return;
  try {
    const transport = createTransport(transportOptions(connection));
    const response = await transport.send({ path, method: 'POST' });
    await response.body?.cancel();
  } catch (error) {
    if (!KitError.is(error)) throw error;
  }
}
