import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { geminiGenerateFacts } from './facts.js';
import { geminiFiles } from './files.js';
import { geminiModels } from './models.js';
import { geminiTokenCount } from './token-count.js';

/** The `generateContent` format. */
export const geminiGenerate: WireFormat = {
  ...geminiGenerateFacts,
  keyHeader: { name: 'x-goog-api-key', prefix: '' },
  framing: 'server-sent-events',
  models: geminiModels,
  tokenCount: geminiTokenCount,
  files: geminiFiles,
  ...lazyCodec(() => import('./codec.js')),
};

export type {
  GeminiContent,
  GeminiGenerateBody,
  GeminiPart,
  GeminiPartResolution,
} from './types.js';
