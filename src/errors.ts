/**
 * The one error class of the kit.
 *
 * What a person does wrong (a broken file, a wrong key) and what the world does wrong (a cut stream) reaches the
 * interface as a value with one of these codes; misuse by a developer is thrown. Codes never change, messages may.
 */

/** The file itself is at fault, or cannot be read here. The rest of a drop goes on. */
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

/** The request did not become an answer. `facts` keep status, the provider's code and words, and the request id. */
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
 * The request never left the conversation: an answer is still in flight (`busy`), there is neither text nor an image
 * (`nothing-to-send`), the message it is about has been removed (`message-gone`), or the app or the kit failed while it was
 * made (`unexpected`, with the `cause`).
 */
export const conversationErrorCodes = [
  'busy',
  'nothing-to-send',
  'message-gone',
  'unexpected',
] as const;

/** Misuse by a developer, or a page that forbids what was asked for. */
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

/** What happened, in fields, so that an interface can word it in its own language. */
export interface KitErrorFacts {
  /** The limit that was passed, in the unit of the code (`too-many-bytes`: bytes, `too-many-pixels`: pixels, timeouts: ms). */
  limit?: number;
  /** The value that passed it, in the same unit. */
  value?: number;
  /** The format that was recognised: of a file as a media type or a common name such as `PDF`, of an answer as a wire format. */
  format?: string;
  /** HTTP status of the answer, or the one that an error inside a success stands for. */
  status?: number;
  /** The provider's own error code or type. */
  providerCode?: string;
  /** The provider's own words, with anything that looks like a key masked. Show as text, never as markup. */
  providerMessage?: string;
  /** The provider's request id, for its support. */
  requestId?: string;
  /** How long the server asked us to wait. */
  retryAfterMs?: number;
  /** Host the request went to. */
  host?: string;
  /** Whether the same request may work when it is sent again. */
  retryable?: boolean;
  /** What a refusal is about, as a code of `Problem`, where it was understood. */
  problem?: string;
  /** The image a refusal is about. */
  imageId?: string;
}

export interface KitErrorOptions {
  /** What happened, why it matters, what to do next: plain sentences. */
  message: string;
  facts?: KitErrorFacts;
  cause?: unknown;
}

/** A `KitError` as it crosses from a worker, where class instances lose their class. */
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

  /** Whether a value is a `KitError`, also one made by another copy of this package. */
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
