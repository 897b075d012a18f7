import type { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import type { WireResponseSchema } from '../objects/types.js';
import type { Transport, TransportOptions } from '../transport/types.js';
import type { ChatEvent, MessageEndReason, WireWarning } from '../wire/types.js';
import type { RetryWait } from './retry-wait.js';
import type { ChatTrace, Connection, Recovery } from './types.js';

/** One question to one endpoint, and the callbacks that report how it goes. */
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
