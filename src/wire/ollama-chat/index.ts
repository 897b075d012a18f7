import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { ollamaChatFacts } from './facts.js';
import { ollamaModels } from './models.js';

/** The native format of Ollama, which streams JSON lines. */
export const ollamaChat: WireFormat = {
  ...ollamaChatFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'ndjson',
  models: ollamaModels,
  ...lazyCodec(() => import('./codec.js')),
};

export type { OllamaChatBody, OllamaMessage } from './types.js';
