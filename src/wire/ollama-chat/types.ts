import type { JsonSchema } from '../../objects/types.js';
export interface OllamaMessage<Base64 = string> {
  role: 'system' | 'user' | 'assistant';
  content: string;
  /** Bare base64. */
  images?: Base64[];
}

/** Body of `POST /api/chat`, as far as the kit writes it. */
export interface OllamaChatBody<Base64 = string> {
  model: string;
  messages: Array<OllamaMessage<Base64>>;
  stream: boolean;
  options?: { num_predict?: number; temperature?: number };
  format?: JsonSchema;
}
