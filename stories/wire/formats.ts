import type { WireFormat } from '../../src/index.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';

export interface FormatExample {
  wire: WireFormat;
  model: string;
  baseUrl: string;
}

/** Every wire format, with a model that speaks it. */
export const formats: readonly FormatExample[] = [
  { wire: openaiChat, model: 'gpt-5.6-terra', baseUrl: 'https://api.openai.com/v1' },
  { wire: openaiResponses, model: 'gpt-5.6-terra', baseUrl: 'https://api.openai.com/v1' },
  { wire: anthropicMessages, model: 'claude-sonnet-5', baseUrl: 'https://api.anthropic.com' },
  {
    wire: geminiGenerate,
    model: 'gemini-3.5-flash',
    baseUrl: 'https://generativelanguage.googleapis.com',
  },
  { wire: ollamaChat, model: 'qwen3-vl:8b', baseUrl: 'http://localhost:11434' },
  { wire: openaiAssistants, model: 'asst_demo', baseUrl: 'https://api.openai.com/v1' },
];
