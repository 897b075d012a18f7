/**
 * The kit's only error class.
 *
 * Errors caused by users (a broken file, a wrong key) or by the environment (a truncated stream) reach the
 * interface as a value with one of these codes; misuse by a developer is thrown. Codes never change, messages
 * may.
 */

/** The file itself is at fault, or cannot be read here. The rest of the drop is still processed. */
export const imageErrorCodes = [
  'empty-file',
  'not-an-image',
  'unsupported-format',
  'too-many-bytes',
  'too-many-pixels',
  'truncated',
  'damaged',
  'unreadable-file',
  'decode-timeout',
  'canvas-failed',
] as const;

/**
 * The request failed to produce an answer. `facts` keeps the status, the provider's code and message, and the
 * request id.
 */
export const requestErrorCodes = [
  'offline',
  'unreachable',
  'key-refused',
  'forbidden',
  'content-filter',
  'not-found',
  'bad-request',
  'request-too-large',
  'rate-limited',
  'quota-exceeded',
  'overloaded',
  'server-error',
  'provider-error',
  'bad-response',
  'incomplete',
  'first-byte-timeout',
  'stalled',
  'total-timeout',
  'description-failed',
] as const;

/**
 * The request was never sent: an answer is still in flight (`busy`), there is neither text nor an image
 * (`nothing-to-send`), the message in question has been removed (`message-gone`), or the app or the kit
 * failed while building it (`unexpected`, with the `cause`).
 */
export const conversationErrorCodes = [
  'busy',
  'nothing-to-send',
  'message-gone',
  'unexpected',
] as const;

/** Misuse by a developer, or a page that forbids what was requested. */
export const developerErrorCodes = [
  'invalid-option',
  'worker-blocked',
  'missing-parent',
  'unsupported-by-wire',
] as const;

export type ImageErrorCode = (typeof imageErrorCodes)[number];
export type RequestErrorCode = (typeof requestErrorCodes)[number];
export type ConversationErrorCode = (typeof conversationErrorCodes)[number];
export type DeveloperErrorCode = (typeof developerErrorCodes)[number];
export type KitErrorCode =
  | ImageErrorCode
  | RequestErrorCode
  | ConversationErrorCode
  | DeveloperErrorCode
  | 'aborted';

/** Structured details of an error, so that an interface can word it in its own language. */
export interface KitErrorFacts {
  /**
   * The limit that was exceeded, in the unit of the code (`too-many-bytes`: bytes, `too-many-pixels`: pixels,
   * timeouts: ms).
   */
  limit?: number;
  /** The value that exceeded it, in the same unit. */
  value?: number;
  /**
   * The format that was recognised: of a file, as a media type or a common name such as `PDF`; of an answer,
   * as a wire format.
   */
  format?: string;
  /** HTTP status of the response, or the status that an error inside a successful response corresponds to. */
  status?: number;
  /** The provider's own error code or type. */
  providerCode?: string;
  /**
   * The provider's own message, with anything that looks like a key masked. Display it as text, never as
   * markup.
   */
  providerMessage?: string;
  /**
   * The `ProxyRefusalCode` if a server of `image-chat-kit/server` refused the request itself. Its sentence then is the
   * whole message.
   */
  proxyCode?: string;
  /** The provider's request id, to quote to its support. */
  requestId?: string;
  /** How long the server asked the client to wait. */
  retryAfterMs?: number;
  /** Host that the request went to. */
  host?: string;
  /**
   * For `unreachable`: what most likely kept the browser from a server that is there. `cors`: the server allows no requests of
   * this page; `policy`: the page's content security policy; `mixed-content`: a page over https, and a plain http address.
   */
  blockedBy?: 'cors' | 'policy' | 'mixed-content';
  /** Whether the same request may work when it is sent again. */
  retryable?: boolean;
  /** Code of the `Problem` that a refusal is about, if it was understood. */
  problem?: string;
  /** Id of the image that a refusal is about. */
  imageId?: string;
}

export interface KitErrorOptions {
  /** What happened, why it matters, what to do next: plain sentences. */
  message: string;
  facts?: KitErrorFacts;
  cause?: unknown;
}

/** A `KitError` as it is passed from a worker, where class instances lose their class. */
export interface SerializedKitError {
  code: KitErrorCode;
  message: string;
  facts: KitErrorFacts;
}

const brand = Symbol.for('image-chat-kit.KitError');

export class KitError extends Error {
  override readonly name = 'KitError';
  readonly code: KitErrorCode;
  readonly facts: KitErrorFacts;

  constructor(code: KitErrorCode, { message, facts = {}, cause }: KitErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Whether a value is a `KitError`, including one created by another copy of this package. */
  static is(value: unknown): value is KitError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  static fromJSON({ code, message, facts }: SerializedKitError): KitError {
    return new KitError(code, { message, facts });
  }

  toJSON(): SerializedKitError {
    return { code: this.code, message: this.message, facts: this.facts };
  }
}
