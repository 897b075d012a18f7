import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../src/wire/types.js';

export const allWireFormats: readonly WireFormat[] = [
  openaiChat,
  openaiResponses,
  openaiAssistants,
  anthropicMessages,
  geminiGenerate,
  ollamaChat,
];

export function wireNamed(name: string): WireFormat {
  const format = allWireFormats.find((wire) => wire.name === name);
  if (!format) throw new Error(`There is no wire format named ${name}.`);
  return format;
}
