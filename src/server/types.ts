/** Code of a refused request, in its answer and in the log. Codes never change; messages may. */
export type ProxyRefusalCode =
  | 'method-not-allowed'
  | 'route-not-enabled'
  | 'origin-not-allowed'
  | 'not-authorized'
  | 'rate-limited'
  | 'rate-limit-failed'
  | 'busy'
  | 'body-too-large'
  | 'body-timeout'
  | 'unknown-path'
  | 'not-json'
  | 'not-a-form'
  | 'bad-body'
  | 'model-not-allowed'
  | 'too-many-parts'
  | 'text-too-long'
  | 'system-not-allowed'
  | 'too-many-images'
  | 'bad-image'
  | 'remote-image'
  | 'too-many-files'
  | 'bad-file'
  | 'file-id'
  | 'response-id'
  | 'unsupported-part'
  | 'refused-by-policy'
  | 'not-configured'
  | 'key-refused'
  | 'upstream-unreachable'
  | 'upstream-timeout'
  | 'upstream-bad-response'
  | 'client-gone'
  | 'internal-error';

/** `chat` is always answered, the others if `routes` enables them. */
export type ProxyRouteName =
  | 'chat'
  | 'models'
  | 'file-upload'
  | 'file-state'
  | 'file-deletion'
  | 'response'
  | 'response-cancellation';

/** One entry for a log. It contains neither the key nor anything of the conversation. */
export interface ProxyLogEntry {
  outcome: 'answered' | 'refused' | 'upstream-refused' | 'failed';
  /** The route that was asked for. Missing if it could not be determined. */
  route?: ProxyRouteName;
  /** The status sent to the client. */
  status: number;
  code?: ProxyRefusalCode;
  model?: string;
  images?: number;
  bodyBytes?: number;
  /**
   * Names of fields that the request had and the upstream did not get, such as `tools` or `options.num_ctx`. At most
   * 20.
   */
  dropped?: readonly string[];
  /** What to check, if the setup of this server or of a page may be at fault. */
  hint?: string;
  upstreamStatus?: number;
  /** The upstream's error message, masked and cut to 300 characters. */
  upstreamMessage?: string;
  requestId?: string;
  /** Time until the answer began. */
  durationMs: number;
}

/** A checked request, as it will be sent. */
export interface ProxyRequestFacts {
  model: string;
  images: number;
  /** Files other than images: documents, texts, recordings. */
  files: number;
  /** The JSON body, rebuilt from the fields that are let through. */
  body: Readonly<Record<string, unknown>>;
  /** The client's request. Its body has been read. */
  request: Request;
}

/** Refuses the request until this many seconds have passed. */
export interface RateLimitVerdict {
  retryAfter: number;
}

export type RemoteImages = 'refuse' | 'pass' | { hosts: readonly string[] };

/**
 * Routes in addition to the chat, distinguished by the end of the path. Their upstreams are set here and never by a
 * client.
 */
export interface ProxyRoutes {
  /** `GET …/models`: the upstream's list, of which only `models` are passed on. */
  models?: true | ModelsRoute;
  /**
   * `POST …/files` and `DELETE …/files/{id}`: images that are uploaded once and named by their id in messages. For an
   * upstream that ends in `/models` also uploads in two steps and `GET …/files/{id}`, which says whether one is ready.
   */
  files?: true | FilesRoute;
  /**
   * Lets an upstream that ends in `/responses` finish answers in the background: `background: true` with `store: true`
   * passes in streamed requests, so **the provider stores question and answer**. `GET …/responses/{id}` reads such an
   * answer on after a lost connection or a reload, and `POST …/responses/{id}/cancel` stops it, both only for ids that
   * this server issued.
   */
  background?: true | BackgroundRoute;
}

/**
 * Returns a stable name of the user who asks, such as the id of the account. An id that this server issued then works
 * for no one else. `undefined` or an error refuses with 401.
 */
export type OwnerHook = (request: Request) => string | undefined | Promise<string | undefined>;

export interface BackgroundRoute {
  /** Binds each answer to its user. @defaultValue an id works for everyone who knows it; it cannot be guessed */
  owner?: OwnerHook;
  /** Signs the issued ids, so that they stay valid when the key changes. @defaultValue the key */
  secret?: string;
}

export interface ModelsRoute {
  /**
   * @defaultValue `models` next to the chat's address, if that ends in `/chat/completions`, `/responses`, `/messages`,
   * `/images`, `/models` or `/api/chat`
   */
  upstream?: string | URL;
}

export interface FilesRoute {
  /**
   * @defaultValue `files` next to the chat's address, if that ends in `/chat/completions`, `/responses`, `/messages`,
   * `/images` or `/models`
   */
  upstream?: string | URL;
  /** Limit of one image. @defaultValue `maxBodyBytes` */
  maxBytes?: number;
  /**
   * The fields of the form next to the image. The client's are not passed on. @defaultValue { purpose: 'vision' }, or
   * none next to `/messages`
   */
  fields?: Readonly<Record<string, string>>;
  /** Binds each image to its user. @defaultValue an id works for everyone who knows it; it cannot be guessed */
  owner?: OwnerHook;
  /** Signs the issued ids, so that they stay valid when the key changes. @defaultValue the key */
  secret?: string;
}

export interface ProxyOptions {
  /**
   * The one address that chats are sent to. Nothing a client sends changes it. If the model is part of the path
   * (`…/models/{model}:{method}`), it ends in `/models`, and only the offered models and two methods are appended to
   * it. If it ends in `/images`, only `generations` and `edits` are.
   */
  upstream: string | URL;
  /** The provider's key. A function is called for each request. Without a key every request is refused with 503. */
  key: string | undefined | (() => string | undefined | Promise<string | undefined>);
  /** Models that may be used, exactly as they are written in requests. */
  models: readonly string[];
  /** Pages that may send requests, as exact origins: `https://app.example`. */
  allowedOrigins: readonly string[];
  /**
   * Whether pages of another origin may send their cookies (`credentials: 'include'` on the connection), for an
   * `authorize` that reads a session from them. The cookies need `SameSite=None; Secure`. None is passed on.
   *
   * @defaultValue false
   */
  allowCredentials?: boolean;
  /** Counted while reading; the size that a client declares is only checked first. @defaultValue 20_971_520 (20 MiB) */
  maxBodyBytes?: number;
  /** Images in one request, including its history. @defaultValue 20 */
  maxImages?: number;
  /**
   * Images that one request may ask for, where the upstream makes images (`…/images`). Larger values are lowered to it.
   *
   * @defaultValue 4
   */
  maxMadeImages?: number;
  /**
   * Files other than images in one request, including its history: documents, texts and recordings. 0 passes on none.
   *
   * @defaultValue 10
   */
  maxFiles?: number;
  /** Messages in one request, including its history. @defaultValue 2000 */
  maxMessages?: number;
  /** Parts of all messages in one request. @defaultValue 10_000 */
  maxParts?: number;
  /** Characters of text in one request, including its history. @defaultValue 4_000_000 */
  maxTextCharacters?: number;
  /**
   * Requests in flight in this handler, including answers that still stream. One more is refused with 503.
   * @defaultValue 256
   */
  maxConcurrentRequests?: number;
  /** Bytes of all bodies that are being read or sent. More are refused with 503. @defaultValue 268_435_456 (256 MiB) */
  maxBufferedBytes?: number;
  /**
   * The only instructions of the model. Requests that bring their own (`system` and `developer` messages, `system`,
   * `instructions`) are refused. Without it, the client's are passed on.
   */
  system?: string;
  /** Larger values are lowered to it, and a request without a limit gets it. @defaultValue 8192 */
  maxOutputTokens?: number;
  /**
   * The field to set for requests without a limit, at the top of the body.
   *
   * @defaultValue `max_output_tokens` next to `input`, `options.num_predict` for an upstream that ends in `/api/chat`,
   * `generationConfig.maxOutputTokens` next to `contents`, otherwise `max_completion_tokens`
   */
  maxOutputTokensField?: string;
  /**
   * Links to images. They are never opened here; if passed on, the provider opens them. A list names the allowed hosts.
   *
   * @defaultValue 'refuse'
   */
  remoteImages?: RemoteImages;
  /**
   * Ids of uploaded images in messages. `own` accepts those that this server issued (`routes.files`), and if
   * `routes.files.owner` is set only from the user who uploaded them. `pass` accepts every id of the provider's
   * account, which then works for everyone who knows it.
   *
   * @defaultValue 'own' with `routes.files`, otherwise 'refuse'
   */
  fileIds?: 'refuse' | 'own' | 'pass';
  /**
   * Fields of the body to let through in addition to the usual ones, unchecked: `tools`, `response_format`. Dropped
   * fields are named in the log, or without a log once in the console.
   */
  extraFields?: readonly string[];
  /**
   * Returns whether the request may spend the key. False, an error or a timeout refuses with 401. Do not read the body
   * here. Without it everyone may, which is logged to the console once; `public` says that this is intended.
   */
  authorize?: 'public' | ((request: Request) => boolean | Promise<boolean>);
  /**
   * Returns `undefined` to let the request through. A verdict, an error or a timeout refuses it. Do not read the body
   * here.
   */
  rateLimit?: (
    request: Request,
  ) => RateLimitVerdict | undefined | Promise<RateLimitVerdict | undefined>;
  /** Final check of a chat: a returned message refuses it with 400. */
  policy?: (facts: ProxyRequestFacts) => string | undefined | Promise<string | undefined>;
  /** Sent with every request, such as the version of the provider's API. */
  headers?: Readonly<Record<string, string>>;
  /**
   * The header for the key. @defaultValue { name: 'authorization', prefix: 'Bearer ' }, or `x-goog-api-key` for an
   * upstream that ends in `/models`
   */
  keyHeader?: { name: string; prefix: string };
  /**
   * Limit from the request to the upstream's headers. The text of an error gets the same time again, at most 10
   * seconds. For every setting in milliseconds, `Infinity` turns it off.
   *
   * @defaultValue 120_000, or 600_000 where the upstream makes images
   */
  upstreamTimeoutMs?: number;
  /**
   * Limit between two chunks of an answer, whether the model is silent or the client does not read. A model that thinks
   * may be silent for minutes.
   *
   * @defaultValue 900_000 (15 minutes)
   */
  streamIdleTimeoutMs?: number;
  /** Limit for the whole body of a request. @defaultValue 300_000 */
  bodyTimeoutMs?: number;
  /** Limit between two chunks of a request's body. @defaultValue 30_000 */
  bodyIdleTimeoutMs?: number;
  /**
   * Limit for each of the app's own functions: `authorize`, `rateLimit`, `policy`, `key`, `owner`. @defaultValue 5000
   */
  hookTimeoutMs?: number;
  /** Routes to answer in addition to the chat. Each is off unless it is set here. */
  routes?: ProxyRoutes;
  /** Replaces the global fetch. Looked up per call. */
  fetch?: typeof globalThis.fetch;
  log?: (entry: ProxyLogEntry) => void;
}
