/** Argument of a function that returns headers. */
export interface HeadersCall {
  /** Whether the server refused the headers of the last call with 401. A cached token has to be fetched again. */
  wasRefused: boolean;
}

/** Where requests go, and how long to wait for them. */
export interface TransportOptions {
  /**
   * Address of the server, up to the path that the wire format adds: `/api` for your own backend at
   * `/api/chat/completions`, or `https://provider.example/v1`. Relative addresses are resolved against the page. With a
   * provider's own address, the key is in the page, and a key in the page is a published key.
   */
  baseUrl: string;
  /** Called for each request, so that a short-lived token can be fresh. */
  headers?: (call: HeadersCall) => HeadersInit | Promise<HeadersInit>;
  /**
   * Whether `headers` may return new ones after the server has refused them with 401: it is then called once more, and
   * the request retried once.
   *
   * @defaultValue false; a connection sets it if its `headers` are a function
   */
  renewsHeaders?: boolean;
  /**
   * Whether cookies are sent to another origin: `include` for a session of your own backend. It has to answer with
   * `access-control-allow-credentials: true` and name the page's origin, not `*`.
   *
   * @defaultValue 'same-origin', as in `fetch`
   */
  credentials?: RequestCredentials;
  /** Replaces the global fetch. Looked up per call. */
  fetch?: typeof globalThis.fetch;
  /** Retries, only before the first byte of content. @defaultValue 2 */
  maxRetries?: number;
  /**
   * Limit from request to response headers, and to the first byte after them. While a model thinks, also the longest
   * silence between two bytes, which is five minutes unless this is set.
   *
   * @defaultValue 60_000; for a model on this machine or its network 900_000
   */
  firstByteTimeoutMs?: number;
  /** Longest silence in the middle of a stream. @defaultValue 30_000 */
  stallTimeoutMs?: number;
  /**
   * Limit for the whole exchange, retries excluded.
   *
   * @defaultValue 600_000; for a model on this machine or its network 3_600_000
   */
  totalTimeoutMs?: number;
  /** Longest wait that a server may ask for before the error is shown to the user instead. @defaultValue 60_000 */
  maxRetryAfterMs?: number;
  /** Longest event or line of a stream, in characters; an image in an answer is one. @defaultValue 33_554_432 */
  maxEventChars?: number;
  /** Allows a key to be sent unencrypted to a public host. @defaultValue false */
  allowInsecureKey?: boolean;
  /** Waits, in milliseconds. Tests pass one that returns at once. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Called before each wait, so that an interface can count down. */
  onRetry?: (retry: { attempt: number; waitMs: number; error: Error }) => void;
}

export interface TransportRequest {
  path: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: BodyInit;
  /**
   * Whether the request is idempotent. If not, only a request that was certainly not accepted (429) is retried.
   * @defaultValue true
   */
  isRepeatable?: boolean;
}

export interface StreamCallbacks {
  signal?: AbortSignal;
  /** Called with the head of each successful response, before its first event. Its body is read as events. */
  onResponse?: (response: Response) => void;
  /**
   * Called once, when the server has accepted the request and the draft may be cleared: with the first piece of the
   * answer, or if no error has followed the head of the response for two seconds.
   */
  onAccepted?: (response: Response) => void;
  /**
   * Whether a piece of the answer has been read from the events so far. Until then an error among them is treated like
   * an error status: the request is retried, or the error is thrown. Without it every event is passed on.
   */
  hasBegun?: () => boolean;
  /**
   * Whether the model may be thinking, or running a tool, after what was read last: a silence may then last as long as
   * before the first piece. @defaultValue never, once the answer has begun
   */
  isThinking?: () => boolean;
  /**
   * Whether the answer has been read to its end. Leaving the stream then does not cut the connection: the server has two
   * seconds to finish what it does after an answer. @defaultValue never
   */
  hasEnded?: () => boolean;
  framing?: 'server-sent-events' | 'ndjson';
}

/** Sends HTTP requests and reads bytes. Knows no provider. */
export interface Transport {
  /**
   * Sends one request with retries and time limits. @throws KitError with a code of `requestErrorCodes`, or `aborted`
   */
  send(request: TransportRequest, options?: { signal?: AbortSignal }): Promise<Response>;
  /** Sends one request and reads the answer as events. */
  stream(
    request: TransportRequest,
    callbacks?: StreamCallbacks,
  ): AsyncIterable<{ event: string; data: string; id: string }>;
}
