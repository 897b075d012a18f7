/**
 * The types of the AI SDK, as far as they are used here. They are declared here because each major version of
 * `ai` has its own, and an app has one of them or none: these adapters accept and return what fits `ai` 5, 6
 * and 7.
 */
import type { ProviderMetadata } from '../shared/provider-metadata.js';

/** A `UIMessage`. */
export interface UIMessageLike {
  id: string;
  role: 'system' | 'user' | 'assistant';
  parts: readonly UIMessagePartLike[];
}

/** A part of a `UIMessage`; only parts with text or a file are read. */
export interface UIMessagePartLike {
  type: string;
  text?: string;
  url?: string;
  mediaType?: string;
  filename?: string;
  providerMetadata?: { readonly [name: string]: { readonly [field: string]: unknown } | undefined };
  providerReference?: { readonly [provider: string]: string };
}

/** A `FileUIPart`. */
export interface FileUIPart {
  type: 'file';
  mediaType: string;
  url: string;
  filename?: string;
  providerMetadata: ProviderMetadata;
  /** Read by `ai` 7, ignored by earlier versions. */
  providerReference?: Record<string, string>;
}

export type FinishReason = 'stop' | 'length' | 'content-filter' | 'tool-calls';

/** The kinds of `UIMessageChunk` that make up an answer. */
export type AnswerChunk =
  | { type: 'start' }
  | { type: 'start-step' }
  | { type: 'text-start'; id: string }
  | { type: 'text-delta'; id: string; delta: string }
  | { type: 'text-end'; id: string }
  | { type: 'reasoning-start'; id: string }
  | { type: 'reasoning-delta'; id: string; delta: string }
  | { type: 'reasoning-end'; id: string }
  | { type: 'source-url'; sourceId: string; url: string; title?: string }
  | {
      type: 'tool-input-available';
      toolCallId: string;
      toolName: string;
      input: unknown;
      dynamic: true;
    }
  | { type: 'tool-output-available'; toolCallId: string; output: unknown; dynamic: true }
  | { type: 'tool-output-error'; toolCallId: string; errorText: string; dynamic: true }
  | { type: 'file'; url: string; mediaType: string }
  | { type: 'finish-step' }
  | { type: 'finish'; finishReason: FinishReason; messageMetadata: unknown }
  | { type: 'abort' }
  | { type: 'error'; errorText: string };

/** What `useChat` passes to the transport with each question. */
export interface SendMessagesOptions {
  messages: readonly UIMessageLike[];
  abortSignal?: AbortSignal | undefined;
  headers?: Record<string, string> | Headers;
  body?: object;
  trigger?: string;
  chatId?: string;
  messageId?: string | undefined;
  metadata?: unknown;
}

/** A `ChatTransport` for messages of every type. */
export interface ImageChatTransport {
  sendMessages: (options: SendMessagesOptions) => Promise<ReadableStream<AnswerChunk>>;
  reconnectToStream: () => Promise<null>;
}
