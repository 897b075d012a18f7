import type { KitErrorCode, KitErrorFacts } from '../errors.js';
import type { ImageDetail } from '../models/types.js';
import type { SourceNews, ToolCallNews } from '../messages/grow-parts.js';
import type { ChatMessage, ImagePart, WireCapabilities } from '../messages/types.js';
import type { NamedPlace } from './named-place.js';

/** One server-sent event, or one line of an NDJSON stream (then `event` is `message`). */
export interface ServerEvent {
  event: string;
  data: string;
  id: string;
}

/** What comes back, the same for every wire format: noun, then what happened. */
export type ChatEvent =
  | { type: 'message-start'; id?: string; model?: string }
  | { type: 'text-delta'; text: string }
  | { type: 'refusal-delta'; text: string }
  /** `toolCallId`: where it is the result of a tool call. */
  | { type: 'image-add'; url: string; mediaType: string; toolCallId?: string }
  | { type: 'file-add'; url: string; mediaType: string; name?: string }
  /** A piece of what the model thinks. An empty one says that it thinks. */
  | { type: 'reasoning-delta'; text: string; isSummary?: boolean }
  /** A source, or another place of one that is known: counted over the text of all deltas of this answer. */
  | ({ type: 'source-add' } & SourceNews)
  /** A tool call, and each thing that becomes known of it. */
  | ({ type: 'tool-update' } & ToolCallNews)
  | { type: 'usage-update'; inputTokens?: number; outputTokens?: number }
  | { type: 'message-end'; reason: MessageEndReason }
  | { type: 'message-fail'; code: KitErrorCode; message: string; facts: KitErrorFacts };

export type MessageFail = Extract<ChatEvent, { type: 'message-fail' }>;

/** `length`: the model's output limit was reached; `filtered`: a content filter cut it. */
export type MessageEndReason = 'complete' | 'length' | 'refusal' | 'filtered' | 'tool-call';

/** Something the format cannot carry. Never a silent loss. */
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

/** Where compatible servers differ from the original, as data. */
export interface WireQuirks {
  /** The server refuses or ignores `detail`. */
  omitDetail?: boolean;
  /** Values of `detail` the server takes; others become `high`. */
  details?: readonly ImageDetail[];
  /** The server refuses `stream_options`. */
  omitStreamOptions?: boolean;
  /** The server wants `max_tokens`, not `max_completion_tokens`. */
  legacyMaxTokens?: boolean;
  /** The server fetches no links. */
  omitLinks?: boolean;
  /** Media types the server takes, where they are fewer than the original's. */
  mediaTypes?: ReadonlyArray<ImagePart['mediaType']>;
  /** Path below the base URL, where it is not the format's own. */
  path?: string;
}

export interface WireOptions {
  model: string;
  /** @defaultValue true */
  stream?: boolean;
  maxOutputTokens?: number;
  temperature?: number;
  quirks?: WireQuirks;
  /** Merged into the JSON body last, for what the kit does not know. */
  extraBody?: Readonly<Record<string, unknown>>;
  signal?: AbortSignal;
}

export interface WireRequest {
  /** Joined to the connection's base URL. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** The fetch body. Base64 is in it and nowhere else. */
  body: Blob;
  warnings: readonly WireWarning[];
}

/** A model as a server tells of it. */
export interface WireModel {
  id: string;
  /** Missing where the server does not say. */
  vision?: boolean;
}

export interface WireModelPage {
  models: readonly WireModel[];
  /** Where the list goes on, below the base URL. */
  nextPath?: string;
}

/** How a server lists its models. */
export interface WireModels {
  /** Below the base URL. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Nothing where the answer is no list. */
  read: (answer: unknown) => WireModelPage | undefined;
  /** Asked in turn about the models whose eyes the list is silent on. */
  hints?: readonly WireModelHint[];
}

/** Another address of the same server that tells which models can see. */
export interface WireModelHint {
  /** From the root of the server, not below its version. */
  path: string;
  /** The JSON to post about one model. Without it one GET tells of all. */
  bodyFor?: (id: string) => unknown;
  /** What was learned of these models. */
  read: (answer: unknown, ids: readonly string[]) => readonly WireModel[];
  /** Only servers on this machine or its network are asked: elsewhere nobody has such an address. */
  onlyNearby?: boolean;
}

/** How a server counts the tokens of a request without answering it. */
export interface WireTokenCount {
  /** What is counted is what `buildRequest` would send. */
  buildRequest: (messages: readonly ChatMessage[], options: WireOptions) => Promise<WireRequest>;
  /** Nothing where the answer holds no count. */
  read: (answer: unknown) => number | undefined;
}

/** How a server takes many requests at once, as data. */
export interface WireBatch {
  /** A file with a request on each line, which is uploaded; or one body with a list of requests. */
  kind: 'jsonl-file' | 'request-list';
  /** Where batches live, below the base URL. */
  path: string;
  /** Named on each line of a file. */
  endpoint: string;
  maxRequests: number;
  /** What the provider takes as the id of a request. @defaultValue anything */
  customIds?: RegExp;
  /** Of one file or body. */
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

/** A picture that lies with the provider. */
export interface WireFile {
  fileId: string;
  /** Missing where it stays until it is deleted. */
  expiresAtMs?: number;
  /** The server still works on it: messages that name it would be refused. */
  isPending?: boolean;
}

/** How a server takes pictures before a message, so that the message only names them. As pure as the rest. */
export interface WireFiles {
  start(image: { bytes: Blob; name: string }, baseUrl: string): WireFileRequest;
  /** Where the first answer names another address, which the bytes are sent to. */
  follow?(answer: Response, image: { bytes: Blob; name: string }): WireFileRequest | undefined;
  /** Nothing where the answer is not what it should be, or the server could not use the file. */
  read(answer: unknown): WireFile | undefined;
  /** Why the server could not use the file, in its words, where the answer says that it could not. */
  readFailure?(answer: unknown): string | undefined;
  /** What a `GET` that tells whether a file is ready is sent to, below the base URL. Its answer is read as the first. */
  state?(fileId: string): { path: string; headers: Readonly<Record<string, string>> };
  /** What a `DELETE` of the file is sent to, below the base URL. */
  remove(fileId: string): { path: string; headers: Readonly<Record<string, string>> };
}

/** What a wire format says of itself, apart from what it writes and reads. */
export interface WireFacts extends WireCapabilities {
  name: string;
  /**
   * Returns the image at a place that an error message of the server names in the request made from these messages.
   *
   * @defaultValue no image is found, and a refusal is about the whole message
   */
  imageAt?(place: NamedPlace, messages: readonly ChatMessage[]): ImagePart | undefined;
  /**
   * Whether an answer that begins like this, with its event lines, is written in this format. It serves to name the format
   * of a server that was asked in another one.
   *
   * @defaultValue no answer is recognised
   */
  looksLike?(firstBytes: string): boolean;
}

/**
 * A wire format is two pure functions, and facts as values. It fetches nothing, retries nothing, and never sees a key.
 * Images that it cannot carry become the warning `image-dropped`.
 */
export interface WireFormat extends WireFacts {
  /** How a key travels, as data: the transport puts it there. */
  keyHeader: { name: string; prefix: string };
  framing: 'server-sent-events' | 'ndjson';
  /** Missing where the server lists no models. */
  models?: WireModels;
  /** Missing where the server counts nothing in advance. */
  tokenCount?: WireTokenCount;
  /** Missing where the server knows no batches. */
  batch?: WireBatch;
  /** Missing where the server keeps no files, or its messages cannot name them. */
  files?: WireFiles;
  /** Conversation to request. What the format cannot carry becomes a warning. */
  buildRequest(messages: readonly ChatMessage[], options: WireOptions): Promise<WireRequest>;
  /**
   * Server events to chat events. Unknown events pass by; known events with missing fields are a failure. Ends with
   * exactly one `message-end` or `message-fail`, also when the stream is cut.
   */
  readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent>;
  /** Loads ahead of the first request what the format loads with it. Called after the first paint. */
  preload?(): void;
}
