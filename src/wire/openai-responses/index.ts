import { openaiBatch } from '../openai-batch.js';
import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { readEvents } from './read-events.js';

/** The Responses format, with typed events. */
export const openaiResponses: WireFormat = {
  name: 'openai-responses',
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  imageKinds: ['bytes', 'url', 'file-id'],
  batch: openaiBatch('/v1/responses'),
  buildRequest,
  readEvents,
};

export type {
  OpenAiResponsesBody,
  OpenAiResponsesImagePart,
  OpenAiResponsesItem,
  OpenAiResponsesTextPart,
} from './types.js';
