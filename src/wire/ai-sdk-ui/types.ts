import type { Base64Slot } from '../../internal/json-blob.js';

/** As the AI SDK has it: fields by the name of a provider. */
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
  /** A file that lies with a provider. Takes the place of the URL. */
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
  /** Of the conversation. */
  id: string;
  messages: Array<AiSdkMessage<Url>>;
  trigger: 'submit-message';
  /** For routes that let the page choose. */
  model?: string;
  /** For routes that take instructions from the page. */
  system?: string;
}

export type UrlOrSlot = string | Base64Slot;
