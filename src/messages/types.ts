import type { ImageMediaType, Size } from '../formats/types.js';
import type { ImageDetail } from '../models/types.js';

/** How an image is transferred. Bytes become base64 only while a request body is built. */
export type ImageContent =
  | { kind: 'bytes'; bytes: Blob }
  | { kind: 'url'; url: string }
  | { kind: 'file-id'; fileId: string };

/** What an image was made from, so that a position in it can be mapped back. The upright original's size, in px. */
export interface ImageOrigin extends Size {
  /** The part of it that was kept, in px of the original. */
  crop?: Size & { x: number; y: number };
  /** Whether it was mirrored horizontally, after the crop. */
  isFlipped?: boolean;
  /** Quarter turns clockwise, after that. */
  turns?: 0 | 1 | 2 | 3;
  /** Size of the image itself in what is sent, at the top left, if a margin was added. In px of what is sent. */
  content?: Size;
}

export interface ImagePart {
  type: 'image';
  /** Stable for the life of the image, so that a problem can refer to it. */
  id: string;
  data: ImageContent;
  mediaType: ImageMediaType;
  detail: ImageDetail;
  /** In px; missing for links and file ids of unknown size. */
  width?: number;
  /** In px. */
  height?: number;
  /**
   * Name for display. It is sent only with `labels: 'names'`, and in the placeholder of an image that is left
   * out.
   */
  name?: string;
  /** Alternative text, written by the user. */
  alt?: string;
  /** Meaning of the numbers drawn into the image: `1: …`, one line each. Sent as text before it. */
  legend?: string;
  /** Another model's description of the image. Sent instead of it to models that read text only. */
  description?: string;
  /**
   * Set for a link that a user attached: loaded only after a press, since every view would be visible to its
   * host.
   */
  loadsOnPress?: boolean;
  /** The file it was made from, kept so that it can be prepared again. Never sent. */
  original?: Blob;
  /** How it was made. Never sent. */
  madeFrom?: ImageOrigin;
  /** Id of the tool call that produced it. */
  toolCallId?: string;
  /** Whether the model did not finish it: it is the last preview that arrived. */
  isUnfinished?: boolean;
}

/** An image that the model is making. The finished one takes its place. Never sent. */
export interface ImageProgressPart {
  type: 'image-progress';
  /** The id that the finished image gets. */
  id: string;
  /** `unfinished`: the answer ended, and not even a preview had arrived. */
  state: 'making' | 'unfinished';
  /** The last preview that arrived. */
  preview?: ImageContent;
  mediaType?: ImageMediaType;
  /** In px, if known. */
  width?: number;
  /** In px, if known. */
  height?: number;
}

export interface TextPart {
  type: 'text';
  text: string;
}

/** A PDF, a text, a recording: passed to the endpoint unchanged, if its format supports such files. */
export interface FilePart {
  type: 'file';
  /** Stable for the life of the file. */
  id: string;
  data: ImageContent;
  /** Media type such as `application/pdf`, `text/plain`, `audio/wav`. */
  mediaType: string;
  name?: string;
}

/** Fields of a part that the server expects back with it, in its own shape. Opaque to the kit. */
export type ReturnedFields = Readonly<Record<string, unknown>>;

/** The model's reasoning before it answered, as far as the server exposes it. Only AI SDK routes get it back. */
export interface ReasoningPart {
  type: 'reasoning';
  /** The reasoning itself; empty if the server hides it. */
  text: string;
  /** The server's own summary of it. */
  summary?: string;
  startedAtMs?: number;
  /** How long the model reasoned. Missing while it is still in progress. */
  durationMs?: number;
  returned?: ReturnedFields;
}

/** A range in the text of a message, counted over all its text parts in UTF-16 units, as in JavaScript. */
export interface TextRange {
  start: number;
  /** Exclusive end. */
  end: number;
}

/** A source that an answer cites. Never loaded by the kit, and never sent back. */
export interface SourcePart {
  type: 'source';
  /** Missing if the source is not a page, such as a file at the provider. */
  url?: string;
  title?: string;
  /** The passage of the source that the answer is based on. */
  quote?: string;
  /** Where the answer cites it, as far as the server says. */
  ranges: readonly TextRange[];
}

/**
 * `writing`: the model is writing the arguments. `called`: they are complete, and there is no result yet; at
 * the end of an answer the app has to run the tool. `done` and `failed`: the provider ran it.
 */
export type ToolCallState = 'writing' | 'called' | 'done' | 'failed';

/** A tool that the model used or requested. Displayed, never run by the kit. Only AI SDK routes get it back. */
export interface ToolCallPart {
  type: 'tool-call';
  /** The provider's id; unique within its answer. */
  id: string;
  name: string;
  /** JSON or code as the model wrote it; incomplete while it is being written, and if the answer was truncated. */
  arguments: string;
  state: ToolCallState;
  /** Text or JSON. Its images are image parts of the message, with its id as their `toolCallId`. */
  result?: string;
  returned?: ReturnedFields;
}

export type MessagePart =
  | TextPart
  | ImagePart
  | ImageProgressPart
  | FilePart
  | ReasoningPart
  | SourcePart
  | ToolCallPart;

export type ChatRole = 'system' | 'user' | 'assistant';

/** The neutral message that every wire format is built from. */
export interface ChatMessage {
  id: string;
  role: ChatRole;
  parts: readonly MessagePart[];
}

/** How images can be transferred in a wire format, whatever the model. Part of each `WireFormat`. */
export interface WireCapabilities {
  /** In the request itself, as base64. */
  bytes: boolean;
  /** As links that the endpoint fetches, and of which kind. */
  links: 'any' | 'https' | 'none';
  /** As ids of previously uploaded files. */
  fileIds: boolean;
  /** Limits the media types if the format accepts fewer than the model. @defaultValue what the model accepts */
  acceptedMediaTypes?: readonly ImageMediaType[];
  /** The files besides images that can be sent. @defaultValue files are not checked */
  fileParts?: readonly FileSupport[];
  /** Returns the messages of a conversation that a request contains. @defaultValue all of them */
  messagesSent?(messages: readonly ChatMessage[], options?: SentOptions): readonly ChatMessage[];
}

/** The options of a connection that decide which messages are sent. */
export interface SentOptions {
  madeImages?: { editsLast?: boolean };
}

/** Files of some types, and the ways in which they can travel. */
export interface FileSupport {
  /** As `application/pdf`, or for a whole kind `text/*`; `*` for all. */
  mediaTypes: readonly string[];
  kinds: ReadonlyArray<ImageContent['kind']>;
}

export type ProblemCode =
  | 'no-vision'
  | 'role-without-images'
  | 'media-type'
  | 'empty-image'
  | 'image-bytes'
  | 'image-side'
  | 'image-pixels'
  | 'image-too-small'
  | 'image-patches'
  | 'too-many-images'
  | 'request-bytes'
  | 'image-bytes-total'
  | 'context-tokens'
  | 'url-form'
  | 'url-not-reachable'
  | 'unsupported-by-wire'
  | 'file-not-taken'
  | 'empty-message';

/** A fix for a problem that the interface can apply. */
export type ProblemFix =
  | 'shrink'
  /** Enlarges an image, or adds a margin, until the endpoint accepts it. */
  | 'enlarge'
  | 'convert'
  | 'remove'
  | 'drop-oldest'
  /** Leaves out every image of the conversation and the composer, and sends the text alone. */
  | 'leave-out-images'
  | 'switch-model'
  | 'upload'
  | 'write-text';

/** Something an endpoint would refuse, found without using the network. */
export interface Problem {
  code: ProblemCode;
  severity: 'error' | 'warning';
  /** A plain sentence for users. */
  message: string;
  imageId?: string;
  /** Id of the file part. */
  fileId?: string;
  /** Name of the image or file, if it has one. */
  name?: string;
  /** Counted from 0 over all images of the request, including the history. */
  imageIndex?: number;
  messageId?: string;
  limit?: number;
  value?: number;
  /** Set for a recording of a type that the endpoint does not take: the formats that it does, such as `WAV`. */
  audioFormats?: readonly string[];
  fix?: ProblemFix;
  /** Applied automatically on send, so it is only a warning until then. */
  isFixedOnSend?: boolean;
}
