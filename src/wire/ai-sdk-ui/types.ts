import type { WireResponseSchema } from '../../objects/types.js';
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

/** A `ReasoningUIPart`, with the `providerMetadata` that it arrived with. */
export interface AiSdkReasoningPart {
  type: 'reasoning';
  text: string;
  state: 'done';
  [returned: string]: unknown;
}

/** A `ToolUIPart` whose tool has run, with the provider's metadata that it arrived with. */
export interface AiSdkToolPart {
  /** `tool-` and the name of the tool, or `dynamic-tool`. */
  type: string;
  toolCallId: string;
  state: 'output-available' | 'output-error';
  input: unknown;
  output?: unknown;
  errorText?: string;
  [returned: string]: unknown;
}

/** Separates what the model said before a tool from what it said after it. */
export interface AiSdkStepPart {
  type: 'step-start';
}

/** A `UIMessage`, as far as the kit writes it. */
export interface AiSdkMessage<Url = string> {
  id: string;
  role: 'user' | 'assistant';
  parts: Array<
    AiSdkTextPart | AiSdkFilePart<Url> | AiSdkReasoningPart | AiSdkToolPart | AiSdkStepPart
  >;
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
  /** For routes that let the page choose the shape of the answer. */
  responseSchema?: WireResponseSchema;
}

export type UrlOrSlot = string | Base64Slot;
