import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { geminiFiles } from './files.js';
import { geminiModels } from './models.js';
import { readEvents } from './read-events.js';
import { geminiTokenCount } from './token-count.js';

/** The `generateContent` format. */
export const geminiGenerate: WireFormat = {
  name: 'gemini-generate',
  keyHeader: { name: 'x-goog-api-key', prefix: '' },
  framing: 'server-sent-events',
  imageKinds: ['bytes', 'url', 'file-id'],
  models: geminiModels,
  tokenCount: geminiTokenCount,
  files: geminiFiles,
  buildRequest,
  readEvents,
};

export type {
  GeminiContent,
  GeminiGenerateBody,
  GeminiPart,
  GeminiPartResolution,
} from './types.js';
