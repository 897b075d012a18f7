import type { JsonSchema } from '../../objects/types.js';
export type AnthropicImageSource<Base64 = string> =
  | { type: 'base64'; media_type: string; data: Base64 }
  | { type: 'url'; url: string }
  | { type: 'file'; file_id: string };

export type AnthropicDocumentSource<Base64 = string> =
  | { type: 'base64'; media_type: 'application/pdf'; data: Base64 }
  | { type: 'url'; url: string }
  | { type: 'file'; file_id: string };

export type AnthropicBlock<Base64 = string> =
  | { type: 'text'; text: string }
  | { type: 'image'; source: AnthropicImageSource<Base64> }
  | { type: 'document'; source: AnthropicDocumentSource<Base64>; title?: string };

export type AnthropicMessage<Base64 = string> =
  | { role: 'user'; content: Array<AnthropicBlock<Base64>> }
  | { role: 'assistant'; content: string };

/** Body of `POST /v1/messages`, as far as the kit writes it. */
export interface AnthropicMessagesBody<Base64 = string> {
  model: string;
  max_tokens: number;
  messages: Array<AnthropicMessage<Base64>>;
  stream: boolean;
  system?: string;
  temperature?: number;
  output_config?: { format: { type: 'json_schema'; schema: JsonSchema } };
}
