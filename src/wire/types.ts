import type { KitErrorCode, KitErrorFacts } from '../errors.js';
import type { ImageDetail } from '../models/types.js';
import type { SourceNews, ToolCallNews } from '../messages/grow-parts.js';
import type {
  ChatMessage,
  ChatRole,
  ImagePart,
  ReturnedFields,
  WireCapabilities,
} from '../messages/types.js';
import type { WireResponseSchema } from '../objects/types.js';
import type { NamedPlace } from './named-place.js';

/** One server-sent event, or one line of an NDJSON stream (then `event` is `message`). */
export interface ServerEvent {
  event: string;
  data: string;
  id: string;
}

/** A complete image of an answer. */
export interface ImageAdd {
  type: 'image-add';
  url: string;
  mediaType: string;
  /** In px, if the server says. */
  width?: number;
  height?: number;
  /** Set if it is the result of a tool call. */
  toolCallId?: string;
  /** `id` of the `image-progress` events that it replaces. */
  progressId?: string;
}

/** An image is being made. */
export interface ImageProgress {
  type: 'image-progress';
  /** The same in all events of one image. */
  id: string;
  /** A preview, which replaces the one before. */
  url?: string;
  mediaType?: string;
  /** In px, as far as the request or the server says. */
  width?: number;
  height?: number;
}

/** Events of an answer, the same for every wire format: noun, then what happened. */
export type ChatEvent =
  | { type: 'message-start'; id?: string; model?: string }
  | { type: 'text-delta'; text: string }
  | { type: 'refusal-delta'; text: string }
  | ImageProgress
  | ImageAdd
  | { type: 'file-add'; url: string; mediaType: string; name?: string }
  /** A piece of the model's thinking. An empty one says that it is thinking. */
  | { type: 'reasoning-delta'; text: string; isSummary?: boolean; returned?: ReturnedFields }
  /** All text so far was the model's thinking: the server told so only when it ended. */
  | { type: 'text-was-reasoning' }
  /** A source, or another position of a known one, counted over the text of all deltas of this answer. */
  | ({ type: 'source-add' } & SourceNews)
  /** A tool call, and every update of it. */
  | ({ type: 'tool-update' } & ToolCallNews)
  | { type: 'usage-update'; inputTokens?: number; outputTokens?: number }
  | { type: 'message-end'; reason: MessageEndReason }
  | { type: 'message-fail'; code: KitErrorCode; message: string; facts: KitErrorFacts };

export type MessageFail = Extract<ChatEvent, { type: 'message-fail' }>;

/** `length`: the model's output limit was reached; `filtered`: a content filter cut it. */
export type MessageEndReason = 'complete' | 'length' | 'refusal' | 'filtered' | 'tool-call';

/** Something the format cannot carry. It is never dropped silently. */
export interface WireWarning {
  code:
    | 'detail-dropped'
    | 'detail-lowered'
    | 'image-dropped'
    | 'file-dropped'
    | 'role-changed'
    | 'option-dropped';
  message: string;
  imageId?: string;
  /** Id of the file part, not of an uploaded file. */
  fileId?: string;
}

/** Differences of compatible servers from the original, as data. */
export interface WireQuirks {
  /** The server refuses or ignores `detail`. */
  omitDetail?: boolean;
  /** Values of `detail` that the server accepts; others become `high`. */
  details?: readonly ImageDetail[];
  /** The server refuses `stream_options`. */
  omitStreamOptions?: boolean;
  /** The server requires `max_tokens`, not `max_completion_tokens`. */
  legacyMaxTokens?: boolean;
  /** The server fetches no links. */
  omitLinks?: boolean;
  /** Media types that the server accepts, if fewer than the original. */
  mediaTypes?: ReadonlyArray<ImagePart['mediaType']>;
  /** Path below the base URL, if it differs from the format's own. */
  path?: string;
}

/** How the images of an answer are made. What is missing is the server's choice. */
export interface MadeImageOptions {
  /** Width and height in px, such as `1536x1024`. */
  size?: 'auto' | `${number}x${number}`;
  quality?: 'auto' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';
  /** A transparent background needs PNG or WebP. */
  background?: 'auto' | 'opaque' | 'transparent';
  format?: 'png' | 'jpeg' | 'webp';
  /** Quality of JPEG and WebP in percent. */
  compression?: number;
  /** Number of images. */
  count?: number;
  /** Number of previews while an image is being made, in streams only. Providers charge for each. @defaultValue 2 */
  previews?: 0 | 1 | 2 | 3;
  /** Whether a question without an image of its own edits the last image that was made. @defaultValue true */
  editsLast?: boolean;
}

export interface WireOptions {
  model: string;
  /** @defaultValue true */
  stream?: boolean;
  maxOutputTokens?: number;
  temperature?: number;
  quirks?: WireQuirks;
  /** Merged into the JSON body last, for options that the kit does not know. */
  extraBody?: Readonly<Record<string, unknown>>;
  /** The shape that the answer must have. */
  responseSchema?: WireResponseSchema;
  /** How images are made, for formats that only make images. */
  madeImages?: MadeImageOptions;
  /**
   * Whether the server finishes the answer even if nobody reads it, so that a reload or a lost connection costs nothing.
   * For Responses, whose server then stores the conversation: `background: true` sends `store: true`.
   *
   * @defaultValue false
   */
  background?: boolean;
  signal?: AbortSignal;
}

export interface WireRequest {
  /** Joined to the connection's base URL. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** The fetch body. Base64 exists here and nowhere else. */
  body: Blob;
  warnings: readonly WireWarning[];
  /**
   * Set if the answer can be taken up again by `WireFormat.resume`.
   *
   * @defaultValue its id is that of the event `message-start`
   */
  resume?: { id?: string };
}

/** How an answer that the server is still writing is read again after a reload or a lost connection. */
export interface WireResume {
  /**
   * Returns the path of the `GET` request, below the base URL. The server sends the events of the answer from the first,
   * or those after a position. An answer of 204 or 404 says that there is nothing to read.
   */
  path(id: string, options: Pick<WireOptions, 'quirks'>, after?: number): string;
  /** Returns the position of an event. @defaultValue events have none, and the answer is read again from its start */
  positionOf?(event: ServerEvent): number | undefined;
  /** Returns the path of the `POST` request that stops the answer. @defaultValue closing the connection stops it */
  cancelPath?(id: string, options: Pick<WireOptions, 'quirks'>): string;
}

/** A model as a server lists it. */
export interface WireModel {
  id: string;
  /** Missing if the server does not say. */
  vision?: boolean;
}

export interface WireModelPage {
  models: readonly WireModel[];
  /** Path of the next page of the list, below the base URL. */
  nextPath?: string;
}

/** How a server lists its models. */
export interface WireModels {
  /** Below the base URL. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Returns `undefined` if the answer is not a list. */
  read: (answer: unknown) => WireModelPage | undefined;
  /** Queried in turn about models whose vision support the list does not state. */
  hints?: readonly WireModelHint[];
}

/** Another address of the same server that says which models have vision. */
export interface WireModelHint {
  /** From the root of the server, not below its version. */
  path: string;
  /** Returns the JSON to post about one model. Without it one GET answers for all. */
  bodyFor?: (id: string) => unknown;
  /** Returns what was learned about these models. */
  read: (answer: unknown, ids: readonly string[]) => readonly WireModel[];
  /** Only servers on this machine or its network are queried: others do not have such an address. */
  onlyNearby?: boolean;
}

/** How a server counts the tokens of a request without answering it. */
export interface WireTokenCount {
  /** Builds the request to count, equal to what `buildRequest` of the format would send. */
  buildRequest: (messages: readonly ChatMessage[], options: WireOptions) => Promise<WireRequest>;
  /** Returns `undefined` if the answer contains no count. */
  read: (answer: unknown) => number | undefined;
}

/** How a server accepts many requests at once, as data. */
export interface WireBatch {
  /** A file with a request on each line, which is uploaded; or one body with a list of requests. */
  kind: 'jsonl-file' | 'request-list';
  /** Path of batches, below the base URL. */
  path: string;
  /** Repeated on each line of a file. */
  endpoint: string;
  maxRequests: number;
  /** Pattern of valid request ids. @defaultValue anything */
  customIds?: RegExp;
  /** Limit of one file or body. */
  maxBytes: number;
  headers: Readonly<Record<string, string>>;
}

/** One request, written out. */
export interface WireFileRequest {
  /** Joined to the connection's base URL, unless it is absolute. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: Blob | FormData;
}

/** An image stored by the provider. */
export interface WireFile {
  fileId: string;
  /** Missing if it stays until it is deleted. */
  expiresAtMs?: number;
  /** The server is still processing it: messages that reference it would be refused. */
  isPending?: boolean;
}

/** How a server accepts images before a message, so that the message only references them. As pure as the rest. */
export interface WireFiles {
  start(image: { bytes: Blob; name: string }, baseUrl: string): WireFileRequest;
  /** Follows the first answer to another address, if it names one, which the bytes are sent to. */
  follow?(answer: Response, image: { bytes: Blob; name: string }): WireFileRequest | undefined;
  /** Returns `undefined` if the answer is malformed, or the server could not use the file. */
  read(answer: unknown): WireFile | undefined;
  /** Returns the server's message about why it could not use the file, if the answer says so. */
  readFailure?(answer: unknown): string | undefined;
  /** Returns the `GET` request for the state of a file, below the base URL. Its answer is read like the first. */
  state?(fileId: string): { path: string; headers: Readonly<Record<string, string>> };
  /** Returns the `DELETE` request for the file, below the base URL. */
  remove(fileId: string): { path: string; headers: Readonly<Record<string, string>> };
}

/** How a format lays out the messages that it writes, as far as it affects counted positions. */
export interface RequestLayout {
  /** Whether the system text is a field of its own, not a message of the list. */
  isSystemApart?: boolean;
  /** Whether images come before the text of their message. */
  isImagesFirst?: boolean;
  /** @defaultValue users only */
  rolesWithImages?: readonly ChatRole[];
}

/** The facts of a wire format, apart from the functions that write and read it. */
export interface WireFacts extends WireCapabilities {
  name: string;
  /** Whether `buildRequest` writes `responseSchema`. @defaultValue false: a question with one gets a warning */
  responseSchemas?: boolean;
  /** Whether `buildRequest` writes `background`. @defaultValue false: a request with it gets a warning */
  backgroundAnswers?: boolean;
  /** Whether `buildRequest` writes `madeImages`. @defaultValue false: a request with it gets a warning */
  madeImages?: boolean;
  /** Longest wait for the first byte of an answer, where the transport's own limit is too short. */
  firstByteTimeoutMs?: number;
  /**
   * Returns the image at a position that an error message of the server names in the request built from these messages.
   *
   * @defaultValue the image that `layout` leads to
   */
  imageAt?(place: NamedPlace, messages: readonly ChatMessage[]): ImagePart | undefined;
  /**
   * Describes how requests are laid out, to find the image at a place that an error names.
   *
   * @defaultValue no image is found, and a refusal is about the whole message
   */
  layout?: RequestLayout;
  /**
   * Whether an answer that begins like this, with its event lines, is written in this format. Used to name the format
   * of a server that was addressed in another one.
   *
   * @defaultValue no answer is recognised
   */
  looksLike?(firstBytes: string): boolean;
}

/**
 * A wire format is two pure functions, and facts as values. It fetches nothing, retries nothing, and never sees a key.
 * Images that it cannot carry become the warning `image-dropped`.
 *
 * Those of the kit, each in a subpath of its own: `openaiChat` of `image-chat-kit/wire/openai-chat` (also for most
 * compatible servers), `openaiResponses` of `…/openai-responses`, `openaiAssistants` of `…/openai-assistants`,
 * `openaiImages` of `…/openai-images`, `anthropicMessages` of `…/anthropic-messages`, `geminiGenerate` of
 * `…/gemini-generate`, `ollamaChat` of `…/ollama-chat`, and `aiSdkUi` of `…/ai-sdk-ui`.
 */
export interface WireFormat extends WireFacts {
  /** Where the key goes, as data: the transport sets the header. */
  keyHeader: { name: string; prefix: string };
  framing: 'server-sent-events' | 'ndjson';
  /** Missing where the server lists no models. */
  models?: WireModels;
  /** Missing if the server cannot count in advance. */
  tokenCount?: WireTokenCount;
  /** Missing if the server has no batches. */
  batch?: WireBatch;
  /** Missing if the server stores no files, or its messages cannot reference them. */
  files?: WireFiles;
  /** Missing if an answer is lost with its connection. */
  resume?: WireResume;
  /** Builds a request from a conversation. What the format cannot carry becomes a warning. */
  buildRequest(messages: readonly ChatMessage[], options: WireOptions): Promise<WireRequest>;
  /**
   * Turns server events into chat events. Unknown events are ignored; known events with missing fields are a failure.
   * Ends with exactly one `message-end` or `message-fail`, even if the stream is cut off.
   */
  readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent>;
  /** Loads ahead of the first request what the format loads with it. Called after the first paint. */
  preload?(): void;
}
