import type { KitError } from '../errors.js';
import type { DescribeImages } from '../messages/describe-images.js';
import type { ChatMessage, FilePart, ImagePart } from '../messages/types.js';
import type { ModelImageRules, TokenPriceTier } from '../models/types.js';
import type { HeadersCall, Transport, TransportOptions } from '../transport/types.js';
import type {
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireFormat,
  WireOptions,
  WireRequest,
} from '../wire/types.js';
import type { TokenCorrection } from './token-correction.js';

/** An amount of money. */
export interface Cost {
  amount: number;
  /** ISO 4217 code. */
  currency: string;
}

/** What the provider asks for a million tokens. Prices change; the kit knows none by itself. */
export interface TokenPrice {
  inputPerMillion: number;
  outputPerMillion: number;
  /** Of input that the provider takes from its prompt cache. Costs are counted without it. */
  cachedInputPerMillion?: number;
  /** Prices of a longer input, in rising order; the last that applies holds for the whole request. */
  tiers?: readonly TokenPriceTier[];
  /** ISO 4217 code. @defaultValue 'USD' */
  currency?: string;
}

/** What a body of the app's own is written from. */
export interface BodyCall {
  /** As they are sent: labelled, images made to fit, and placed where they lie. */
  messages: readonly ChatMessage[];
  model: string;
  /** What the wire format has written. */
  body: Blob;
  /** Aborted when the person stops. */
  signal: AbortSignal;
}

/** Whatever `fetch` can send more than once: a form, a Blob, bytes, or text, which goes out as JSON. */
export type OwnBody = Exclude<BodyInit, ReadableStream>;

/** One endpoint and one model, as the app configures it. */
export interface Connection extends Omit<TransportOptions, 'headers' | 'renewsHeaders'> {
  wire: WireFormat;
  model: string;
  /**
   * Added to every request. A function is called for each, and once more when the server refuses what it returned with 401:
   * `wasRefused` says that a token which was kept has to be fetched again.
   */
  headers?: HeadersInit | ((call: HeadersCall) => HeadersInit | Promise<HeadersInit>);
  /**
   * Writes the body of each chat for a backend that takes another than the wire format's: a form, or JSON of its own. The
   * answer is read as the wire format says. Called once a question; what it returns is sent again where a try fails.
   */
  body?: (call: BodyCall) => OwnBody | Promise<OwnBody>;
  /** The user's own key, read for each request and kept nowhere. Prefer your own backend. */
  apiKey?: () => string | undefined | Promise<string | undefined>;
  /** Where the key goes, where a server differs from the wire format. */
  keyHeader?: WireFormat['keyHeader'];
  /** What the app knows better than the kit's tables of models. @defaultValue what `findRules` says */
  rules?: ModelImageRules;
  capabilities?: { vision?: boolean };
  /** Lets answers say what they cost. */
  price?: TokenPrice;
  /** Passed to the wire format. */
  options?: Omit<WireOptions, 'model' | 'signal'>;
}

/** How an answer stands. `incomplete`: it was cut off, and what came was kept. */
export type AnswerStatus =
  | 'waiting'
  | 'streaming'
  | 'complete'
  | 'incomplete'
  | 'stopped'
  | 'failed';

/** Other versions of a message. Where it was asked again or edited, the conversation forks. */
export interface MessageVersions {
  /** Place of the version that is shown, counted from 0 over all of them. */
  index: number;
  /** The others in order, each with everything that followed it. */
  others: readonly (readonly ChatEntry[])[];
}

/** A message with what the interface has to know of it. */
export interface ChatEntry {
  message: ChatMessage;
  /** Only for answers. */
  answer?: {
    status: AnswerStatus;
    endReason?: MessageEndReason;
    error?: KitError;
    /** What was expected of the request, corrected by the answers before it. */
    estimatedInputTokens?: number;
    inputTokens?: number;
    outputTokens?: number;
    /** Of the connection, when the question was asked. */
    price?: TokenPrice;
    /** At that price, as far as the server has counted. */
    cost?: Cost;
    /** Where it was continued: what the requests before the last used. Is in the tokens above. */
    earlierTokens?: { inputTokens: number; outputTokens: number };
    /** While it is being continued: where the text of this request begins, once some of it has come. */
    continuation?: { textStart?: number };
    startedAtMs: number;
    endedAtMs?: number;
  };
  versions?: MessageVersions;
}

/** What an answer that has not begun is waiting for. */
export interface AnswerWait {
  /**
   * `request`: its images are being prepared or uploaded; `model`: the request was sent, and the model has not answered;
   * `retry`: the server could not answer, and the request is sent again later.
   */
  for: 'request' | 'model' | 'retry';
  /** When this wait began, in milliseconds since 1970. */
  sinceMs: number;
  /** When the request is sent again, in milliseconds since 1970. Only of `retry`. */
  nextTryAtMs?: number;
  /** Why it has to be sent again. Only of `retry`; `retryAfterMs` among its facts is what the server asked for. */
  error?: Error;
}

export interface ChatState {
  /** `submitted`: sent, nothing has come yet. */
  status: 'ready' | 'submitted' | 'streaming';
  /** Present as long as `status` is `submitted`. */
  wait?: AnswerWait;
  entries: readonly ChatEntry[];
  /** The last failure, until the next send. */
  error?: KitError;
  /** When the server lets the failed request be sent again, if it said so, in milliseconds since 1970. */
  retryAtMs?: number;
  /** The conversation before the last removal, while that can still be undone. */
  beforeRemoval?: readonly ChatEntry[];
  /** Sum of what the server reported. */
  usage: { inputTokens: number; outputTokens: number };
}

/** What a person sends. */
export interface SendInput {
  text: string;
  images?: readonly ImagePart[];
  /** Other files, for endpoints that take them. @defaultValue none; those of the question that is edited */
  files?: readonly FilePart[];
}

/** Resolved once the server has taken the request, or refused it. */
export type SendOutcome = { accepted: true } | { accepted: false; error: KitError };

/** Everything that happened on the way, for a playground, a log or a test. No keys are in it, and base64 only in the body of the request. */
export type ChatTrace =
  | {
      type: 'request';
      request: WireRequest;
      /** As they are sent. */
      messages: readonly ChatMessage[];
      /** As they are shown, before images were fixed, lowered, left out or uploaded. */
      conversation: readonly ChatMessage[];
    }
  | { type: 'response'; status: number }
  | { type: 'server-event'; event: ServerEvent }
  | { type: 'chat-event'; event: ChatEvent };

/** What a turn may use of its store. */
export type TurnStore = Partial<
  Pick<ChatStore, 'updateImages'> & Pick<ChatStoreOptions, 'describeImages'>
>;

/**
 * `outcome` resolves as the promise of `send` does: once the server has taken the question, or will not. `store` changes the
 * conversation meanwhile, and has the app's `describeImages`.
 */
export type PrepareMessages = (
  messages: readonly ChatMessage[],
  signal: AbortSignal,
  outcome: Promise<SendOutcome>,
  store?: TurnStore,
) => readonly ChatMessage[] | Promise<readonly ChatMessage[]>;

/** What to make of a refusal: better words for the person, and other messages to try at once, where that may help. */
export interface Recovery {
  error: KitError;
  messages?: readonly ChatMessage[] | undefined;
}

export type RecoverTurn = (
  error: KitError,
  messages: readonly ChatMessage[],
  options: { signal: AbortSignal; isLastTry: boolean } & TurnStore,
) => Recovery | Promise<Recovery>;

export interface ChatStoreOptions {
  connection: Connection;
  /** Makes the transport of a connection; the test's door. */
  createTransport: (options: TransportOptions) => Transport;
  /** First message of each request. */
  system?: string | undefined;
  initialEntries?: readonly ChatEntry[];
  /** What the model is told to go on with an answer that was cut off. @defaultValue a sentence in English */
  continueAsk?: string | undefined;
  /**
   * Last change to what is sent: labels, refitted images, a shorter history. The conversation shown stays as it is.
   * `createRequestPreparation` makes this and `recover`. @defaultValue none: messages are sent as they are
   */
  prepareMessages?: PrepareMessages | undefined;
  /**
   * Describes images for a model that reads text only. The descriptions are sent in the place of the images and kept with
   * them. @defaultValue none: such a request is refused
   */
  describeImages?: DescribeImages | undefined;
  /** Asked when the server refuses, with the messages as they were sent. Other messages are tried once. */
  recover?: RecoverTurn | undefined;
  onTrace?: ((trace: ChatTrace) => void) | undefined;
  /** Shared where several conversations shall learn from each other. @defaultValue one of its own */
  tokenCorrection?: TokenCorrection;
  createId?: () => string;
  now?: () => number;
}

/** Conversation state without a framework. Methods are bound; pass them around freely. */
export interface ChatStore {
  getSnapshot: () => ChatState;
  subscribe: (listener: () => void) => () => void;
  /** Refused with `accepted: false` while an answer is under way; one request however fast it is called. */
  send: (input: SendInput) => Promise<SendOutcome>;
  stop: () => void;
  /** Sends the request again at once where the store waits for the next try. Does nothing otherwise. */
  tryNow: () => void;
  /** Asks the last question again, or the one before the given answer. The answers before are kept as versions. */
  regenerate: (answerId?: string) => Promise<SendOutcome>;
  /** Asks a question anew in other words. What stood there, and what came after, is kept as a version. */
  edit: (messageId: string, input: SendInput) => Promise<SendOutcome>;
  /** Goes on with the last answer where it was cut off; what comes is put behind it. */
  continueAnswer: () => Promise<SendOutcome>;
  /** Shows another version of a message, with what followed it. Does nothing while an answer is under way. */
  showVersion: (messageId: string, versionIndex: number) => void;
  /** A question goes together with its answer, an answer alone. */
  remove: (messageId: string) => void;
  /** Takes the last removal back, until the next question. */
  undoRemove: () => void;
  /** Puts another conversation in place of this one, as from a store. What is under way goes on. */
  setEntries: (change: (entries: readonly ChatEntry[]) => readonly ChatEntry[]) => void;
  /** Changes pictures of the conversation where they stand; nothing takes one out. */
  updateImages: (change: (image: ImagePart) => ImagePart | undefined) => void;
  dismissError: () => void;
  /** What an estimate for a model is to be multiplied with, by what its answers reported; 1 while nothing is known. */
  tokenFactor: (model: string) => number;
  setOptions: (options: Partial<ChatStoreOptions>) => void;
  /** Returns its own undo, which stops what is under way. */
  connect: () => () => void;
}
