import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { ollamaChatFacts } from './facts.js';
import { ollamaModels } from './models.js';
import { readEvents } from './read-events.js';

/** The native format of Ollama, which streams JSON lines. */
export const ollamaChat: WireFormat = {
  ...ollamaChatFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'ndjson',
  models: ollamaModels,
  buildRequest,
  readEvents,
};

export type { OllamaChatBody, OllamaMessage } from './types.js';
