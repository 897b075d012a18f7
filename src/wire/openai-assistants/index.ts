import { openaiFiles } from '../openai-files.js';
import { openaiModels } from '../openai-models.js';
import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { openaiAssistantsFacts } from './facts.js';

/**
 * OpenAI closed the Assistants API on 2026-08-26; compatible servers still speak it.
 *
 * Each question creates a new thread of the whole conversation and runs it in one request, so no state has to be kept
 * in sync. Images are sent as links or as ids of uploaded files, never as base64.
 */
export const openaiAssistants: WireFormat = {
  ...openaiAssistantsFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  models: openaiModels,
  files: openaiFiles,
  ...lazyCodec(() => import('./codec.js')),
};

export type { AssistantsDetail, AssistantsPart, OpenAiAssistantsBody } from './types.js';
