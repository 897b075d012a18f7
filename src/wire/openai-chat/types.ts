import type { OpenAiResponseFormat } from '../openai-schema.js';
import type { Base64Slot } from '../../internal/json-blob.js';
import type { ImageDetail } from '../../models/types.js';

/** `Url`: a string on the wire; while the body is being built also a placeholder for base64. */
export interface OpenAiChatImagePart<Url = string> {
  type: 'image_url';
  image_url: { url: Url; detail?: ImageDetail };
}

export interface OpenAiChatTextPart {
  type: 'text';
  text: string;
}

/** A PDF: its bytes as a data URL, with a name, or the id of an uploaded file. */
export interface OpenAiChatFilePart<Url = string> {
  type: 'file';
  file: { filename: string; file_data: Url } | { file_id: string };
}

export interface OpenAiChatAudioPart<Base64 = string> {
  type: 'input_audio';
  input_audio: { data: Base64; format: 'wav' | 'mp3' };
}

export type OpenAiChatMessage<Url = string> =
  | { role: 'system'; content: string }
  | { role: 'assistant'; content: string }
  | {
      role: 'user';
      content:
        | string
        | Array<
            | OpenAiChatTextPart
            | OpenAiChatImagePart<Url>
            | OpenAiChatFilePart<Url>
            | OpenAiChatAudioPart<Url>
          >;
    };

/** Body of `POST /chat/completions`, as far as the kit writes it. */
export interface OpenAiChatBody<Url = string> {
  model: string;
  messages: Array<OpenAiChatMessage<Url>>;
  stream: boolean;
  stream_options?: { include_usage: true };
  max_completion_tokens?: number;
  max_tokens?: number;
  temperature?: number;
  response_format?: OpenAiResponseFormat;
}

export type UrlOrSlot = string | Base64Slot;
