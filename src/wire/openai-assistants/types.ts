import type { OpenAiResponseFormat } from '../openai-schema.js';
export type AssistantsDetail = 'auto' | 'low' | 'high';

export type AssistantsPart =
  | { type: 'text'; text: string }
  | { type: 'image_url'; image_url: { url: string; detail?: AssistantsDetail } }
  | { type: 'image_file'; image_file: { file_id: string; detail?: AssistantsDetail } };

/** Body of `POST /threads/runs`, as far as the kit writes it. */
export interface OpenAiAssistantsBody {
  assistant_id: string;
  /** Overrides the assistant's model. */
  model?: string;
  /** Overrides the assistant's instructions. */
  instructions?: string;
  thread: { messages: Array<{ role: 'user' | 'assistant'; content: AssistantsPart[] }> };
  stream: boolean;
  max_completion_tokens?: number;
  temperature?: number;
  response_format?: OpenAiResponseFormat;
}
