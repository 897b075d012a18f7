import { openaiBatch } from '../openai-batch.js';
import { openaiFiles } from '../openai-files.js';
import { openaiModels } from '../openai-models.js';
import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { openaiResponsesFacts } from './facts.js';
import { responsesResume } from './resume.js';
import { responsesTokenCount } from './token-count.js';

/** The Responses format, with typed events. */
export const openaiResponses: WireFormat = {
  ...openaiResponsesFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  models: openaiModels,
  tokenCount: responsesTokenCount,
  batch: openaiBatch('/v1/responses'),
  files: openaiFiles,
  resume: responsesResume,
  ...lazyCodec(() => import('./codec.js')),
};

export type {
  OpenAiResponsesBody,
  OpenAiResponsesImagePart,
  OpenAiResponsesItem,
  OpenAiResponsesTextPart,
} from './types.js';
