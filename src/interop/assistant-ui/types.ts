/**
 * The types of assistant-ui, as far as they are used here. They are declared here because each minor version
 * of `@assistant-ui/react` has its own, and an app has one of them or none.
 */
import type { ProviderMetadata } from '../shared/provider-metadata.js';

/** An `ImageMessagePart`. */
export interface ImageMessagePart {
  type: 'image';
  image: string;
  filename?: string;
  providerMetadata: ProviderMetadata;
}

/** A part of a `ThreadMessage`; only parts with text, an image or a file are read. */
export interface ThreadMessagePartLike {
  readonly type: string;
  readonly text?: string;
  readonly image?: string;
  readonly data?: unknown;
  readonly mimeType?: string;
  readonly filename?: string;
  readonly providerMetadata?: {
    readonly [name: string]: { readonly [field: string]: unknown } | undefined;
  };
}

/** A `ThreadMessage`. */
export interface ThreadMessageLike {
  readonly id: string;
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: readonly ThreadMessagePartLike[];
  readonly attachments?:
    | ReadonlyArray<{ readonly content?: readonly ThreadMessagePartLike[] | undefined }>
    | undefined;
}

interface ImageAttachment {
  id: string;
  type: 'image';
  name: string;
  contentType: string;
  file: File;
}

/** A `PendingAttachment`. */
export interface PendingImage extends ImageAttachment {
  status:
    | { type: 'running'; reason: 'uploading'; progress: number }
    | { type: 'requires-action'; reason: 'composer-send' };
}

/** A `CompleteAttachment`. */
export interface CompleteImage extends ImageAttachment {
  status: { type: 'complete' };
  content: ImageMessagePart[];
}

/** An `AttachmentAdapter`. */
export interface ImageAttachmentAdapter {
  accept: string;
  add: (state: { file: File }) => AsyncGenerator<PendingImage, void>;
  send: (attachment: { id: string; name: string; file: File }) => Promise<CompleteImage>;
  remove: (attachment: { id: string }) => Promise<void>;
}

export type AnswerPart = { type: 'text'; text: string } | { type: 'image'; image: string };

export type AnswerStatus =
  | { type: 'complete'; reason: 'stop' }
  | { type: 'incomplete'; reason: 'length' | 'content-filter' | 'tool-calls' }
  | { type: 'incomplete'; reason: 'error'; error: string };

/** A `ChatModelRunResult`. */
export interface AnswerUpdate {
  content: AnswerPart[];
  status?: AnswerStatus;
  metadata?: { custom: Record<string, unknown> };
}

/** A `ChatModelAdapter`. */
export interface ImageChatModelAdapter {
  run: (options: {
    messages: readonly ThreadMessageLike[];
    abortSignal: AbortSignal;
  }) => AsyncGenerator<AnswerUpdate, void>;
}
