import type { KitError } from '../errors.js';
import type { DescribeImages } from '../messages/describe-images.js';
import type { ChatMessage, FilePart, ImagePart } from '../messages/types.js';
import type { AnswerObject, ResponseSchema } from '../objects/types.js';
import type { ModelImageRules, TokenPriceTier } from '../models/types.js';
import type { HeadersCall, Transport, TransportOptions } from '../transport/types.js';
import type {
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireFormat,
  WireOptions,
  WireRequest,
  WireWarning,
} from '../wire/types.js';
import type { ResolveImageUrl } from '../messages/image-urls.js';
import type { TokenCorrection } from './token-correction.js';

/** An amount of money. */
export interface Cost {
  amount: number;
  /** ISO 4217 code. */
  currency: string;
}

/** What the provider charges for a million tokens. Prices change; the kit has none built in. */
export interface TokenPrice {
  inputPerMillion: number;
  outputPerMillion: number;
  /** Price of input that the provider takes from its prompt cache. Costs are counted without it. */
  cachedInputPerMillion?: number;
  /** Prices of longer input, in ascending order; the last that applies is used for the whole request. */
  tiers?: readonly TokenPriceTier[];
  /** ISO 4217 code. @defaultValue 'USD' */
  currency?: string;
}

/** Argument of `body` of a connection. */
export interface BodyCall {
  /** Messages as they are sent: labelled, images resized to fit, and uploaded. */
  messages: readonly ChatMessage[];
  model: string;
  /** The body that the wire format has written. */
  body: Blob;
  /** Aborted when the user stops. */
  signal: AbortSignal;
}

/** Whatever `fetch` can send more than once: a form, a Blob, bytes, or text, which is sent as JSON. */
export type OwnBody = Exclude<BodyInit, ReadableStream>;

/** One endpoint and one model, as the app configures it. */
export interface Connection extends Omit<TransportOptions, 'headers' | 'renewsHeaders'> {
  /**
   * The format of the endpoint: a value, not its name, imported from a subpath of its own, `image-chat-kit/wire/<name>`.
   * `WireFormat` lists them. A server of yours that forwards requests has the format of its provider.
   */
  wire: WireFormat;
  /** Id of the model, as the endpoint names it. Images are fitted to its rules. */
  model: string;
  /**
   * Headers of every request. A function is called for each, and once more if the server refuses what it returned with
   * 401: `wasRefused` says that a cached token has to be fetched again.
   */
  headers?: HeadersInit | ((call: HeadersCall) => HeadersInit | Promise<HeadersInit>);
  /**
   * Writes the body of each chat for a backend that expects another than the wire format's: a form, or its own JSON.
   * The answer is read by the wire format. Called once per question; the result is sent again if an attempt fails.
   */
  body?: (call: BodyCall) => OwnBody | Promise<OwnBody>;
  /** Returns the user's own key. Called for each request; the key is stored nowhere. Prefer your own backend. */
  apiKey?: () => string | undefined | Promise<string | undefined>;
  /** The header for the key, if a server differs from the wire format. */
  keyHeader?: WireFormat['keyHeader'];
  /** Rules of the model that the app knows better than the kit's tables. @defaultValue what `findRules` returns */
  rules?: ModelImageRules;
  capabilities?: { vision?: boolean };
  /** Price of the model, with which answers show their cost. */
  price?: TokenPrice;
  /** Passed to the wire format. */
  options?: Omit<WireOptions, 'model' | 'signal'>;
}

/** What a user thinks of an answer. */
export type AnswerRating = 'up' | 'down';

/** State of an answer. `incomplete`: it was cut off, and what arrived was kept. */
export type AnswerStatus =
  | 'waiting'
  | 'streaming'
  | 'complete'
  | 'incomplete'
  | 'stopped'
  | 'failed';

/** Other versions of a message. Where it was regenerated or edited, the conversation forks. */
export interface MessageVersions {
  /** Index of the version that is shown, among all of them. */
  index: number;
  /** The other versions in order, each with everything that followed it. */
  others: readonly (readonly ChatEntry[])[];
}

/** A message with what the interface needs to know about it. */
export interface ChatEntry {
  message: ChatMessage;
  /** Only for answers. */
  answer?: {
    status: AnswerStatus;
    endReason?: MessageEndReason;
    error?: KitError;
    /** Id of the model that was asked. */
    model?: string;
    /** Estimated input of the request, corrected by the answers before it. */
    estimatedInputTokens?: number;
    inputTokens?: number;
    outputTokens?: number;
    /** Price of the connection when the question was asked. */
    price?: TokenPrice;
    /** Cost at that price, as far as the server has reported usage. */
    cost?: Cost;
    /** If it was continued: what the requests before the last one used. Included in the tokens above. */
    earlierTokens?: { inputTokens: number; outputTokens: number };
    /** While it is being continued: where the text of this request begins, once some of it has arrived. */
    continuation?: { textStart?: number };
    /** How it can be read again after a reload: by its id, with the wire format of this name. */
    resume?: { wire: string; id: string };
    /** What it says as an object, if it was asked for with a `responseSchema`. */
    object?: AnswerObject;
    /** Missing if the user has not rated it. */
    rating?: AnswerRating;
    startedAtMs: number;
    endedAtMs?: number;
  };
  versions?: MessageVersions;
  /**
   * Only for questions: what the wire format changed or left out in the request, including earlier messages. Each change
   * is listed at the first question that it applied to.
   */
  warnings?: readonly WireWarning[];
}

/** What an answer that has not begun is waiting for. */
export interface AnswerWait {
  /**
   * `request`: its images are being prepared or uploaded; `model`: the request was sent, and the model has not
   * answered; `retry`: the server could not answer, and the request is retried later.
   */
  for: 'request' | 'model' | 'retry';
  /** When this wait began, in milliseconds since 1970. */
  sinceMs: number;
  /** When the request is retried, in milliseconds since 1970. Only for `retry`. */
  nextTryAtMs?: number;
  /** Why it has to be retried. Only for `retry`; `retryAfterMs` among its facts is what the server asked for. */
  error?: Error;
}

export interface ChatState {
  /** `submitted`: sent, nothing has arrived yet. */
  status: 'ready' | 'submitted' | 'streaming';
  /** Present as long as `status` is `submitted`. */
  wait?: AnswerWait;
  entries: readonly ChatEntry[];
  /** The last failure, until the next send. */
  error?: KitError;
  /** When the failed request may be sent again, if the server said so, in milliseconds since 1970. */
  retryAtMs?: number;
  /** The conversation before the last removal, as long as that can be undone. */
  beforeRemoval?: readonly ChatEntry[];
  /** Sum of the usage that the server reported. */
  usage: { inputTokens: number; outputTokens: number };
}

/** What a user sends. */
export interface SendInput {
  /** Id of the message. @defaultValue a new one; that of the question that is edited */
  id?: string;
  text: string;
  images?: readonly ImagePart[];
  /** Other files, for endpoints that take them. @defaultValue none; those of the question that is edited */
  files?: readonly FilePart[];
  /** The shape of the answer; `false` for an answer in words. @defaultValue that of the conversation */
  responseSchema?: ResponseSchema | false;
}

/** Resolves once the server has accepted the request, or refused it. */
export type SendOutcome = { accepted: true } | { accepted: false; error: KitError };

/**
 * Everything that happened on the way, for a playground, a log or a test. It contains no keys, and base64 only in the
 * body of the request.
 */
export type ChatTrace =
  | {
      type: 'request';
      request: WireRequest;
      /** Messages as they are sent. */
      messages: readonly ChatMessage[];
      /** Messages as they are shown, before images were fixed, lowered, left out or uploaded. */
      conversation: readonly ChatMessage[];
    }
  | { type: 'response'; status: number }
  | { type: 'server-event'; event: ServerEvent }
  | { type: 'chat-event'; event: ChatEvent };

/** The parts of its store that a turn may use. */
export type TurnStore = Partial<
  Pick<ChatStore, 'updateImages'> & Pick<ChatStoreOptions, 'describeImages'>
>;

/**
 * `outcome` resolves like the promise of `send`: once the server has accepted the question, or will not. `store`
 * changes the conversation in the meantime, and has the app's `describeImages`.
 */
export type PrepareMessages = (
  messages: readonly ChatMessage[],
  signal: AbortSignal,
  outcome: Promise<SendOutcome>,
  store?: TurnStore,
) => readonly ChatMessage[] | Promise<readonly ChatMessage[]>;

/** The reaction to a refusal: a better message for the user, and other messages to try at once, if that may help. */
export interface Recovery {
  error: KitError;
  messages?: readonly ChatMessage[] | undefined;
}

export type RecoverTurn = (
  error: KitError,
  messages: readonly ChatMessage[],
  options: { signal: AbortSignal; isLastTry: boolean } & TurnStore,
) => Recovery | Promise<Recovery>;

/** A question and its answer, once the answer is complete, stopped, cut off or failed. */
export interface FinishedTurn {
  /** Missing if the question was removed in the meantime. */
  question?: ChatEntry;
  /** Same id as before if it was continued. */
  answer: ChatEntry;
  /** Id of the message before the question; missing for the first. */
  previousId?: string;
  /** Everything that is shown, these two included. */
  entries: readonly ChatEntry[];
}

export interface ChatStoreOptions {
  connection: Connection;
  /** Creates the transport for a connection. Tests inject a fake here. */
  createTransport: (options: TransportOptions) => Transport;
  /** First message of each request. */
  system?: string | undefined;
  /** The shape of every answer. @defaultValue none: answers in words */
  responseSchema?: ResponseSchema | undefined;
  initialEntries?: readonly ChatEntry[];
  /** Prompt used to continue a truncated answer. @defaultValue a sentence in English */
  continueAsk?: string | undefined;
  /**
   * Changes the messages right before they are sent: labels, refitted images, a shorter history. The conversation shown
   * stays unchanged. `createRequestPreparation` returns this and `recover`. @defaultValue none: messages are sent
   * unchanged
   */
  prepareMessages?: PrepareMessages | undefined;
  /**
   * Describes images for a model that only reads text. The descriptions are sent in place of the images and stored with
   * them. @defaultValue none: such a request is refused
   */
  describeImages?: DescribeImages | undefined;
  /** Called when the server refuses, with the messages as they were sent. Other messages are tried once. */
  recover?: RecoverTurn | undefined;
  onTrace?: ((trace: ChatTrace) => void) | undefined;
  /** Resolves the addresses of images before a request is prepared. @defaultValue addresses are sent as they are */
  resolveImageUrl?: ResolveImageUrl | undefined;
  /** Called once for each turn that the server accepted, when its answer has ended: what a server history keeps. */
  onTurn?: ((turn: FinishedTurn) => void) | undefined;
  /** Pass one correction to several conversations to let them learn from each other. @defaultValue one per store */
  tokenCorrection?: TokenCorrection;
  createId?: () => string;
  now?: () => number;
}

/** Conversation state without a framework. Methods are bound; pass them around freely. */
export interface ChatStore {
  getSnapshot: () => ChatState;
  subscribe: (listener: () => void) => () => void;
  /**
   * Resolves with `accepted: false` while an answer is in flight, so there is one request however fast it is called.
   */
  send: (input: SendInput) => Promise<SendOutcome>;
  /** Ends the answer in flight, on the server as well if it would be finished there. */
  stop: () => void;
  /**
   * Stops reading the answer in flight. One that the server finishes meanwhile is taken up again by `connect`, or once
   * the conversation is shown again; any other is stopped.
   */
  leave: () => void;
  /** Retries the request at once if the store is waiting for the next attempt. Otherwise does nothing. */
  tryNow: () => void;
  /** Asks the last question again, or the one before the given answer. Earlier answers are kept as versions. */
  regenerate: (answerId?: string) => Promise<SendOutcome>;
  /** Asks a question again in other words. The old question, and what came after it, is kept as a version. */
  edit: (messageId: string, input: SendInput) => Promise<SendOutcome>;
  /** Continues the last answer where it was cut off; new text is appended. */
  continueAnswer: () => Promise<SendOutcome>;
  /** Shows another version of a message, with what followed it. Does nothing while an answer is in flight. */
  showVersion: (messageId: string, versionIndex: number) => void;
  /** Removes a question together with its answer, or an answer alone. */
  remove: (messageId: string) => void;
  /** Undoes the last removal, until the next question. */
  undoRemove: () => void;
  /** Replaces the conversation, for instance with a stored one. Requests in flight continue. */
  setEntries: (change: (entries: readonly ChatEntry[]) => readonly ChatEntry[]) => void;
  /** Changes images of the conversation in place. Cannot remove any. */
  updateImages: (change: (image: ImagePart) => ImagePart | undefined) => void;
  /** Keeps a rating with an answer; `undefined` takes it back. */
  rate: (answerId: string, rating: AnswerRating | undefined) => void;
  dismissError: () => void;
  /** Returns the factor for an estimate of a model, learned from the usage of its answers; 1 while nothing is known. */
  tokenFactor: (model: string) => number;
  setOptions: (options: Partial<ChatStoreOptions>) => void;
  /**
   * Takes up an answer again that was interrupted by a reload, if its wire format can, unless another tab reads it.
   * `setEntries` does the same for a conversation that arrives later. Returns a cleanup function, which calls `leave`.
   */
  connect: () => () => void;
}
