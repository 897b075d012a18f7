import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { ollamaModels } from './models.js';
import { readEvents } from './read-events.js';

/** The native format of Ollama, which streams JSON lines. */
export const ollamaChat: WireFormat = {
  name: 'ollama-chat',
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'ndjson',
  imageKinds: ['bytes'],
  models: ollamaModels,
  buildRequest,
  readEvents,
};

export type { OllamaChatBody, OllamaMessage } from './types.js';
