import { aiSdkUiFacts } from './ai-sdk-ui/facts.js';
import { anthropicMessagesFacts } from './anthropic-messages/facts.js';
import { geminiGenerateFacts } from './gemini-generate/facts.js';
import { ollamaChatFacts } from './ollama-chat/facts.js';
import { openaiAssistantsFacts } from './openai-assistants/facts.js';
import { openaiChatFacts } from './openai-chat/facts.js';
import { openaiImagesFacts } from './openai-images/facts.js';
import { openaiResponsesFacts } from './openai-responses/facts.js';
import type { WireFacts } from './types.js';

/** Every format of the kit, without the functions that write and read it. */
export const knownFormats: readonly WireFacts[] = [
  openaiChatFacts,
  openaiResponsesFacts,
  openaiAssistantsFacts,
  openaiImagesFacts,
  anthropicMessagesFacts,
  geminiGenerateFacts,
  ollamaChatFacts,
  aiSdkUiFacts,
];
