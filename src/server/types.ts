/** What a refused request is told, and what the log says of it. Codes never change, messages may. */
export type ProxyRefusalCode =
  | 'method-not-allowed'
  | 'origin-not-allowed'
  | 'not-authorized'
  | 'rate-limited'
  | 'rate-limit-failed'
  | 'body-too-large'
  | 'not-json'
  | 'bad-body'
  | 'model-not-allowed'
  | 'too-many-images'
  | 'bad-image'
  | 'remote-image'
  | 'file-id'
  | 'unsupported-part'
  | 'refused-by-policy'
  | 'not-configured'
  | 'key-refused'
  | 'upstream-unreachable'
  | 'upstream-timeout'
  | 'upstream-bad-response'
  | 'client-gone'
  | 'internal-error';

/** One line for a log. There is no key in it, and nothing of the conversation. */
export interface ProxyLogEntry {
  outcome: 'answered' | 'refused' | 'upstream-refused' | 'failed';
  /** What the client was told. */
  status: number;
  code?: ProxyRefusalCode;
  model?: string;
  images?: number;
  bodyBytes?: number;
  upstreamStatus?: number;
  /** The upstream's own words about a failure, masked and cut to 300 characters. */
  upstreamMessage?: string;
  requestId?: string;
  /** Until the answer began. */
  durationMs: number;
}

/** A checked request, as it will be sent. */
export interface ProxyRequestFacts {
  model: string;
  images: number;
  /** The JSON body, rebuilt from the fields that are let through. */
  body: Readonly<Record<string, unknown>>;
  /** The client's request. Its body has been read. */
  request: Request;
}

/** Refused until so many seconds have passed. */
export interface RateLimitVerdict {
  retryAfter: number;
}

export type RemoteImages = 'refuse' | 'pass' | { hosts: readonly string[] };

export interface ProxyOptions {
  /** The one address that requests are sent to. Nothing a client sends changes it. */
  upstream: string | URL;
  /** The provider's key. A function is asked for each request. Without a key every request is refused with 503. */
  key: string | undefined | (() => string | undefined | Promise<string | undefined>);
  /** Models that may be asked for, exactly as they are written in requests. */
  models: readonly string[];
  /** Pages that may ask, as exact origins: `https://app.example`. */
  allowedOrigins: readonly string[];
  /** Counted while reading; what a client declares is only checked first. @defaultValue 20_971_520 (20 MiB) */
  maxBodyBytes?: number;
  /** Pictures in one request, its history included. @defaultValue 20 */
  maxImages?: number;
  /** Larger wishes are lowered to it, and a request without a wish gets it. @defaultValue 8192 */
  maxOutputTokens?: number;
  /** The field for requests that name no limit. @defaultValue `max_output_tokens` beside `input`, else `max_completion_tokens` */
  maxOutputTokensField?: string;
  /**
   * Links to pictures. They are never opened here; passed on, the provider opens them. A list names the hosts to pass.
   *
   * @defaultValue 'refuse'
   */
  remoteImages?: RemoteImages;
  /** Ids of files in the provider's account, which belong to whoever knows them. @defaultValue 'refuse' */
  fileIds?: 'refuse' | 'pass';
  /** Fields of the body to let through beside the usual ones, unchecked: `tools`, `response_format`. */
  extraFields?: readonly string[];
  /** Who may use it. False, or an error, refuses with 401. Do not read the body here. */
  authorize?: (request: Request) => boolean | Promise<boolean>;
  /** Nothing lets the request through; a verdict, or an error, refuses it. Do not read the body here. */
  rateLimit?: (
    request: Request,
  ) => RateLimitVerdict | undefined | Promise<RateLimitVerdict | undefined>;
  /** The last word on a checked request: a sentence refuses it with 400. */
  policy?: (facts: ProxyRequestFacts) => string | undefined | Promise<string | undefined>;
  /** Sent with every request, such as the version of the provider's API. */
  headers?: Readonly<Record<string, string>>;
  /** Where the key goes. @defaultValue { name: 'authorization', prefix: 'Bearer ' } */
  keyHeader?: { name: string; prefix: string };
  /** From request to the upstream's headers. @defaultValue 120_000 */
  upstreamTimeoutMs?: number;
  /** Replaces the global fetch. Looked up per call. */
  fetch?: typeof globalThis.fetch;
  log?: (entry: ProxyLogEntry) => void;
}
