import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatStore, ChatStoreOptions, Connection } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import type { ImagePart } from '../../../src/messages/types.js';
import type { Transport, TransportRequest } from '../../../src/transport/types.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';

/** Carries chat events as they are, one JSON text per server event. */
export const plainWire: WireFormat = {
  name: 'plain',
  keyHeader: { name: 'Authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  bytes: true,
  links: 'any',
  fileIds: true,
  async buildRequest(messages) {
    return {
      path: '/chat',
      headers: { 'content-type': 'application/json' },
      body: new Blob([JSON.stringify(messages)]),
      warnings: [],
    };
  },
  async *readEvents(events) {
    for await (const { data } of events) yield JSON.parse(data) as ChatEvent;
  },
};

/** The other end of one request, in the hands of a test. */
export interface Exchange {
  request: TransportRequest;
  signal: AbortSignal | undefined;
  accept(): void;
  emit(...events: ChatEvent[]): void;
  fail(error: Error): void;
  /** The stream ends, whatever it has said. */
  close(): void;
}

type Step = { event: ChatEvent } | { error: Error } | 'closed';

export interface FakeServer {
  exchanges: Exchange[];
  createTransport: ChatStoreOptions['createTransport'];
  /** The request that comes next, or has come already. */
  next(): Promise<Exchange>;
}

export function createFakeServer(): FakeServer {
  const exchanges: Exchange[] = [];
  const waiting: ((exchange: Exchange) => void)[] = [];
  let taken = 0;

  const transport: Transport = {
    send: () => Promise.reject(new Error('Not used here.')),
    async *stream(request, { signal, onAccepted } = {}) {
      const steps: Step[] = [];
      let wake: (() => void) | undefined;
      const push = (step: Step): void => {
        steps.push(step);
        wake?.();
      };
      const exchange: Exchange = {
        request,
        signal,
        accept: () => onAccepted?.(new Response()),
        emit: (...events) => events.forEach((event) => push({ event })),
        fail: (error) => push({ error }),
        close: () => push('closed'),
      };
      exchanges.push(exchange);
      waiting.shift()?.(exchange);
      for (;;) {
        const step = steps.shift();
        if (!step) {
          // oxlint-disable-next-line no-loop-func -- each wait has its own wake-up call
          await new Promise<void>((resolve) => (wake = resolve));
        } else if (step === 'closed') {
          return;
        } else if ('error' in step) {
          throw step.error;
        } else {
          yield { event: 'message', id: '', data: JSON.stringify(step.event) };
        }
      }
    },
  };

  return {
    exchanges,
    createTransport: () => transport,
    next: () =>
      new Promise((resolve) => {
        const exchange = exchanges[taken];
        taken += 1;
        if (exchange) resolve(exchange);
        else waiting.push(resolve);
      }),
  };
}

export function createTestStore(
  server: FakeServer,
  options: Partial<ChatStoreOptions> & { connection?: Connection } = {},
): ChatStore {
  let lastId = 0;
  return createChatStore({
    connection: { baseUrl: 'https://chat.example', wire: plainWire, model: 'model-a' },
    createTransport: server.createTransport,
    createId: () => `id-${(lastId += 1)}`,
    ...options,
  });
}

export function anImage(id: string): ImagePart {
  return {
    type: 'image',
    id,
    data: { kind: 'bytes', bytes: new Blob([id], { type: 'image/jpeg' }) },
    mediaType: 'image/jpeg',
    detail: 'high',
    width: 640,
    height: 480,
  };
}

export function unreachableError(): KitError {
  return new KitError('unreachable', {
    message: 'The server could not be reached.',
    facts: { retryable: true },
  });
}

/** Lets everything that waits for nothing but its turn come to rest. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Texts of a conversation, one line per message. */
export function transcript(store: ChatStore): string[] {
  return store
    .getSnapshot()
    .entries.map(
      ({ message }) =>
        `${message.role}: ${message.parts
          .map((part) =>
            part.type === 'text' ? part.text : `[${part.type === 'image' ? part.id : part.type}]`,
          )
          .join(' ')}`,
    );
}
