import type { Base64Slot } from '../../internal/json-blob.js';

/** Metadata as the AI SDK defines it: fields by provider name. */
export type AiSdkProviderMetadata = Record<string, Record<string, string>>;

export interface AiSdkTextPart {
  type: 'text';
  text: string;
}

/** A `FileUIPart`. */
export interface AiSdkFilePart<Url = string> {
  type: 'file';
  mediaType: string;
  url: Url;
  filename?: string;
  /** Becomes `providerOptions` on the server. */
  providerMetadata?: AiSdkProviderMetadata;
  /** A file stored by a provider. Replaces the URL. */
  providerReference?: Record<string, string>;
}

/** A `UIMessage`, as far as the kit writes it. */
export interface AiSdkMessage<Url = string> {
  id: string;
  role: 'user' | 'assistant';
  parts: Array<AiSdkTextPart | AiSdkFilePart<Url>>;
}

/** Body of a request to a `useChat` route. */
export interface AiSdkUiBody<Url = string> {
  /** Id of the conversation. */
  id: string;
  messages: Array<AiSdkMessage<Url>>;
  trigger: 'submit-message';
  /** For routes that let the page choose the model. */
  model?: string;
  /** For routes that accept instructions from the page. */
  system?: string;
}

export type UrlOrSlot = string | Base64Slot;
