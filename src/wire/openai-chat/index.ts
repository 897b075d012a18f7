import { openaiBatch } from '../openai-batch.js';
import { openaiModels } from '../openai-models.js';
import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { openaiChatFacts } from './facts.js';
import { readEvents } from './read-events.js';

/** Chat Completions, the format that most compatible servers speak. */
export const openaiChat: WireFormat = {
  ...openaiChatFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  models: openaiModels,
  batch: openaiBatch('/v1/chat/completions'),
  buildRequest,
  readEvents,
};

export type {
  OpenAiChatBody,
  OpenAiChatImagePart,
  OpenAiChatMessage,
  OpenAiChatTextPart,
} from './types.js';
