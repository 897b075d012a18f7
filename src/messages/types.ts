import type { ImageMediaType } from '../formats/types.js';
import type { ImageDetail } from '../models/types.js';

/** How an image travels. Bytes become base64 only while a request body is built. */
export type ImageData =
  | { kind: 'bytes'; bytes: Blob }
  | { kind: 'url'; url: string }
  | { kind: 'file-id'; fileId: string };

export interface ImagePart {
  type: 'image';
  /** Stable for the life of the image, so that a problem can name it. */
  id: string;
  data: ImageData;
  mediaType: ImageMediaType;
  detail: ImageDetail;
  /** px; missing for links and file ids of unknown size. */
  width?: number;
  /** px */
  height?: number;
  /** For people. It is sent only with `labels: 'names'`, and in the line that stands for an image that is left out. */
  name?: string;
  /** Alternative text, written by the person. */
  alt?: string;
  /** What the numbers drawn into the image mean: `1: …`, a line each. Sent as text before it. */
  legend?: string;
  /** What another model said that it shows. Sent in its place to models that read text only. */
  description?: string;
  /** A link that a person attached: shown only after a press, since its host would learn of every look. */
  loadsOnPress?: boolean;
  /** The file it was made from, kept so that it can be made to fit again. Never sent. */
  original?: Blob;
  /** The tool call that it is a result of. */
  toolCallId?: string;
}

export interface TextPart {
  type: 'text';
  text: string;
}

/** A PDF, a text, a recording: passed to the endpoint as it is, where its format takes such a file. */
export interface FilePart {
  type: 'file';
  /** Stable for the life of the file. */
  id: string;
  data: ImageData;
  /** As `application/pdf`, `text/plain`, `audio/wav`. */
  mediaType: string;
  name?: string;
}

/** What a model thought before it answered, as far as the server shows it. Never sent back. */
export interface ReasoningPart {
  type: 'reasoning';
  /** The thoughts themselves; empty where the server hides them. */
  text: string;
  /** The server's own summary of them. */
  summary?: string;
  startedAtMs?: number;
  /** How long it thought. Missing while it still does. */
  durationMs?: number;
}

/** A place in the text of a message, counted over all its text parts in UTF-16 units, as JavaScript counts. */
export interface TextRange {
  start: number;
  /** Behind the last character. */
  end: number;
}

/** What an answer refers to. Never loaded by the kit, and never sent back. */
export interface SourcePart {
  type: 'source';
  /** Missing where the source is no page, as a file at the provider. */
  url?: string;
  title?: string;
  /** The words of the source that the answer rests on. */
  quote?: string;
  /** Where the answer refers to it, as far as the server says. */
  ranges: readonly TextRange[];
}

/**
 * `writing`: the model is writing the arguments. `called`: they are complete, and there is no result yet; at the end of
 * an answer it is for the app to run the tool. `done` and `failed`: the provider ran it.
 */
export type ToolCallState = 'writing' | 'called' | 'done' | 'failed';

/** A tool that the model used or wants to use. Shown, never run by the kit, and never sent back. */
export interface ToolCallPart {
  type: 'tool-call';
  /** The provider's; unique within its answer. */
  id: string;
  name: string;
  /** JSON or code as the model wrote it; not whole while it is being written, and where the answer was cut off. */
  arguments: string;
  state: ToolCallState;
  /** As text or JSON. Images of it are image parts of the message, with its id as their `toolCallId`. */
  result?: string;
}

export type MessagePart =
  | TextPart
  | ImagePart
  | FilePart
  | ReasoningPart
  | SourcePart
  | ToolCallPart;

export type ChatRole = 'system' | 'user' | 'assistant';

/** The neutral message. Every wire format is made from it. */
export interface ChatMessage {
  id: string;
  role: ChatRole;
  parts: readonly MessagePart[];
}

/** How images can travel in a wire format, whatever the model. A `WireFormat` says it of itself. */
export interface WireCapabilities {
  /** In the request itself, as base64. */
  bytes: boolean;
  /** As links that the endpoint fetches, and of which kind. */
  links: 'any' | 'https' | 'none';
  /** As ids of files that were uploaded before. */
  fileIds: boolean;
  /** Limits the media types, where the format takes fewer than the model. @defaultValue what the model takes */
  acceptedMediaTypes?: readonly ImageMediaType[];
  /** The files besides images that can be sent. @defaultValue files are not checked */
  fileParts?: readonly FileSupport[];
}

/** Files of some types, and the ways in which they can travel. */
export interface FileSupport {
  /** As `application/pdf`, or for a whole kind `text/*`; `*` for all. */
  mediaTypes: readonly string[];
  kinds: ReadonlyArray<ImageData['kind']>;
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

/** What would make a fix: the interface can carry it out. */
export type ProblemFix =
  | 'shrink'
  /** Enlarges an image, or puts a margin around it, until the endpoint takes it. */
  | 'enlarge'
  | 'convert'
  | 'remove'
  | 'drop-oldest'
  | 'switch-model'
  | 'upload'
  | 'write-text';

/** Something an endpoint would refuse, found before the network. */
export interface Problem {
  code: ProblemCode;
  severity: 'error' | 'warning';
  /** A plain sentence. */
  message: string;
  imageId?: string;
  /** Id of the file part. */
  fileId?: string;
  /** Counted from 0 over all images of the request, history included. */
  imageIndex?: number;
  messageId?: string;
  limit?: number;
  value?: number;
  fix?: ProblemFix;
  /** The fix needs nobody's decision and is carried out when the message is sent; until then this is a warning. */
  isMendedOnSend?: boolean;
}
