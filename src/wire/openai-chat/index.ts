import { openaiBatch } from '../openai-batch.js';
import { openaiModels } from '../openai-models.js';
import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { openaiChatFacts } from './facts.js';

/** Chat Completions, the format that most compatible servers speak. */
export const openaiChat: WireFormat = {
  ...openaiChatFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  models: openaiModels,
  batch: openaiBatch('/v1/chat/completions'),
  ...lazyCodec(() => import('./codec.js')),
};

export type {
  OpenAiChatBody,
  OpenAiChatImagePart,
  OpenAiChatMessage,
  OpenAiChatTextPart,
} from './types.js';
