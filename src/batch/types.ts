import type { KitError } from '../errors.js';
import type { ChatMessage, SourcePart, ToolCallPart } from '../messages/types.js';
import type { AnswerObject, ResponseSchema } from '../objects/types.js';
import type { Transport } from '../transport/types.js';
import type { MessageEndReason, WireFormat, WireOptions, WireWarning } from '../wire/types.js';

/** One question of a batch. */
export interface BatchRequest {
  /** Identifies the answer, since answers arrive in any order. Unique within its batch. */
  customId: string;
  messages: readonly ChatMessage[];
  /** Overrides the batch's model. Each model gets separate files. */
  model?: string;
}

export interface BatchFilesOptions {
  /** The format of each request, whose endpoint must support batches. */
  wire: WireFormat;
  model: string;
  /** Passed to the wire format. */
  options?: Omit<WireOptions, 'model' | 'stream' | 'signal'>;
  /** The shape of each answer. @defaultValue answers in words */
  responseSchema?: ResponseSchema;
  /** @defaultValue the provider's limit */
  maxRequestsPerFile?: number;
  /** @defaultValue the provider's limit */
  maxBytesPerFile?: number;
  onProgress?: (progress: { requestCount: number; bytes: number }) => void;
  signal?: AbortSignal;
}

/** One batch to submit. */
export interface BatchFile {
  /** File name such as `batch-1.jsonl`. */
  name: string;
  content: Blob;
  /** Name of the wire format of its requests. */
  wire: string;
  model: string;
  customIds: readonly string[];
}

/** A request that could not be included in a file. The others are. */
export interface BatchRejection {
  customId: string;
  /** Index of the request in the order given, from 0. */
  index: number;
  /**
   * `invalid-option`: the id is missing or taken; `request-too-large`: the line is over the limit; or an
   * error of the wire format.
   */
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

/** State of a batch. Plain data: store it, or only its id, and resume after a reload. */
export interface BatchJob {
  id: string;
  status: BatchStatus;
  /** The provider's own status. */
  providerStatus: string;
  requestCounts: { total: number; completed: number; failed: number };
  outputFileId?: string;
  errorFileId?: string;
  /** Why the whole batch failed, as reported by the provider. */
  errors: ReadonlyArray<{ message: string; code?: string; line?: number }>;
}

/** The answer of one request. */
export interface BatchAnswer {
  text: string;
  refusal: string;
  images: readonly string[];
  /** The model's reasoning, or the server's summary of it. */
  reasoning?: string;
  /** Sources that the answer cites. */
  sources?: readonly SourcePart[];
  /** Tools that the model used or requested. */
  toolCalls?: readonly ToolCallPart[];
  /** The answer as an object, or why it is none. Only if the results are read with a `responseSchema`. */
  object?: AnswerObject;
  endReason?: MessageEndReason;
  inputTokens?: number;
  outputTokens?: number;
}

export type BatchResult =
  | { customId: string; status: 'succeeded'; answer: BatchAnswer; isUnexpected?: true }
  | {
      customId: string;
      /** `missing`: there is no line for it; `unreadable`: the line is not JSON, or has no id. */
      status: 'failed' | 'expired' | 'cancelled' | 'missing' | 'unreadable';
      error: KitError;
      /** The partial answer, if it was truncated. */
      answer?: BatchAnswer;
      /** Set if the id was not requested, or already has a result. */
      isUnexpected?: true;
    };
