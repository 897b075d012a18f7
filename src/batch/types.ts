import type { KitError } from '../errors.js';
import type { ChatMessage, SourcePart, ToolCallPart } from '../messages/types.js';
import type { Transport } from '../transport/types.js';
import type { MessageEndReason, WireFormat, WireOptions, WireWarning } from '../wire/types.js';

/** One question of a batch. */
export interface BatchRequest {
  /** The answer comes back under this name, in any order. Unique in its batch. */
  customId: string;
  messages: readonly ChatMessage[];
  /** Another model than the batch's. Each model gets files of its own. */
  model?: string;
}

export interface BatchFilesOptions {
  /** What each request is written in: a format whose endpoint takes batches. */
  wire: WireFormat;
  model: string;
  /** Passed to the wire format. */
  options?: Omit<WireOptions, 'model' | 'stream' | 'signal'>;
  /** @defaultValue the provider's limit */
  maxRequestsPerFile?: number;
  /** @defaultValue the provider's limit */
  maxBytesPerFile?: number;
  onProgress?: (progress: { requestCount: number; bytes: number }) => void;
  signal?: AbortSignal;
}

/** One batch to submit. */
export interface BatchFile {
  /** `batch-1.jsonl` */
  name: string;
  content: Blob;
  /** Name of the wire format of its requests. */
  wire: string;
  model: string;
  customIds: readonly string[];
}

/** A request that is in no file. The others are. */
export interface BatchRejection {
  customId: string;
  /** Of the requests as they came, from 0. */
  index: number;
  /** `invalid-option`: the id is missing or taken; `request-too-large`: one line is over the limit; or what the wire format says. */
  error: KitError;
}

export interface BatchFiles {
  files: readonly BatchFile[];
  rejections: readonly BatchRejection[];
  /** What the wire format could not carry. */
  warnings: ReadonlyArray<WireWarning & { customId: string }>;
}

export interface BatchConnection {
  transport: Transport;
  /** The wire format that the batch was written in. */
  wire: WireFormat;
  signal?: AbortSignal;
}

/** `running` covers every state in which waiting makes sense. */
export type BatchStatus = 'running' | 'completed' | 'failed' | 'expired' | 'cancelled';

/** Where a batch stands. Plain data: store it, or only its id, and go on after a reload. */
export interface BatchJob {
  id: string;
  status: BatchStatus;
  /** The provider's own word. */
  providerStatus: string;
  requestCounts: { total: number; completed: number; failed: number };
  outputFileId?: string;
  errorFileId?: string;
  /** Why the whole batch failed, in the provider's words. */
  errors: ReadonlyArray<{ message: string; code?: string; line?: number }>;
}

/** The answer of one request. */
export interface BatchAnswer {
  text: string;
  refusal: string;
  images: readonly string[];
  /** What the model thought, or the server's summary of it. */
  reasoning?: string;
  /** What the answer refers to. */
  sources?: readonly SourcePart[];
  /** Tools that the model used or wanted to use. */
  toolCalls?: readonly ToolCallPart[];
  endReason?: MessageEndReason;
  inputTokens?: number;
  outputTokens?: number;
}

export type BatchResult =
  | { customId: string; status: 'succeeded'; answer: BatchAnswer; isUnexpected?: true }
  | {
      customId: string;
      /** `missing`: there is no line for it; `unreadable`: the line is no JSON, or names nobody. */
      status: 'failed' | 'expired' | 'cancelled' | 'missing' | 'unreadable';
      error: KitError;
      /** What came of an answer that was cut off. */
      answer?: BatchAnswer;
      /** Nobody asked for it, or it was answered before. */
      isUnexpected?: true;
    };
