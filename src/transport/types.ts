/** What a function that returns headers is told. */
export interface HeadersCall {
  /** The server has refused the headers of the last call with 401. A token that was kept has to be fetched again. */
  wasRefused: boolean;
}

/** Where requests go, and how patient we are. */
export interface TransportOptions {
  /** Point it at your own backend; a key in the browser is a key you have published. */
  baseUrl: string;
  /** Called for each request, so that a short-lived token can be fresh. */
  headers?: (call: HeadersCall) => HeadersInit | Promise<HeadersInit>;
  /**
   * Whether `headers` may return others once the server has refused them with 401: it is then called once more, and the
   * request sent once more.
   *
   * @defaultValue false; a connection sets it where its `headers` are a function
   */
  renewsHeaders?: boolean;
  /**
   * Whether cookies go along to another origin: `include` for a session of your own backend. It has to answer with
   * `access-control-allow-credentials: true` and name the page's origin, not `*`.
   *
   * @defaultValue 'same-origin', as of `fetch`
   */
  credentials?: RequestCredentials;
  /** Replaces the global fetch. Looked up per call. */
  fetch?: typeof globalThis.fetch;
  /** Only before the first byte of content. @defaultValue 2 */
  maxRetries?: number;
  /**
   * From request to response headers, and to the first byte behind them. While a model thinks, also the longest silence
   * between two bytes, which is five minutes where nothing is set. @defaultValue 60_000
   */
  firstByteTimeoutMs?: number;
  /** Silence in the middle of a stream. @defaultValue 30_000 */
  stallTimeoutMs?: number;
  /** The whole exchange, retries not counted. @defaultValue 600_000 */
  totalTimeoutMs?: number;
  /** Longest wait a server may ask for before it is left to the person. @defaultValue 60_000 */
  maxRetryAfterMs?: number;
  /** Longest event or line of a stream, in characters; an image in an answer is one. @defaultValue 33_554_432 */
  maxEventChars?: number;
  /** Lets a key travel to a public host without encryption. @defaultValue false */
  allowInsecureKey?: boolean;
  /** Milliseconds; tests pass a clock that does not wait. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Told before each wait, so that an interface can count down. */
  onRetry?: (retry: { attempt: number; waitMs: number; error: Error }) => void;
}

export interface TransportRequest {
  path: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: BodyInit;
  /** Whether a second arrival does no harm. If not, only a request that was surely not taken (429) is sent again. @defaultValue true */
  isRepeatable?: boolean;
}

export interface StreamCallbacks {
  signal?: AbortSignal;
  /** Called with the head of each success, before its first event. Its body is read as events. */
  onResponse?: (response: Response) => void;
  /**
   * Called once, when the server has taken the request and what was typed may be let go: with the first piece of the
   * answer, or when no error has followed the head of the response for two seconds.
   */
  onAccepted?: (response: Response) => void;
  /**
   * Whether a piece of the answer has been read from the events so far. Until then an error among them is treated as
   * its status would be: the request is sent again, or the error is thrown. Without it every event is passed on.
   */
  hasBegun?: () => boolean;
  /**
   * Whether what was read last leaves the model to think, or a tool to run: then a silence may last as long as before the
   * first piece. @defaultValue never, once the answer has begun
   */
  isThinking?: () => boolean;
  framing?: 'server-sent-events' | 'ndjson';
}

/** HTTP and bytes. Knows no provider. */
export interface Transport {
  /** One request with retries and time limits. @throws KitError with a code of `requestErrorCodes`, or `aborted` */
  send(request: TransportRequest, options?: { signal?: AbortSignal }): Promise<Response>;
  /** The same, and reads the answer as events. */
  stream(
    request: TransportRequest,
    callbacks?: StreamCallbacks,
  ): AsyncIterable<{ event: string; data: string; id: string }>;
}
