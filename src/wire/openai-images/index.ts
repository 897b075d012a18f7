import { LOCAL_PATIENCE } from '../../internal/local-patience.js';
import { lazyCodec } from '../lazy-codec.js';
import { openaiFiles } from '../openai-files.js';
import { openaiModels } from '../openai-models.js';
import type { WireFormat } from '../types.js';
import { openaiImagesFacts } from './facts.js';
import { lastQuestion } from './last-question.js';

/** The images endpoints: a question makes an image, and a question with images edits them. */
export const openaiImages: WireFormat = {
  ...openaiImagesFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  messagesSent: lastQuestion,
  // Nothing arrives until the first preview, or without previews until the image is finished.
  firstByteTimeoutMs: LOCAL_PATIENCE.firstByteTimeoutMs,
  models: openaiModels,
  files: openaiFiles,
  ...lazyCodec(() => import('./codec.js')),
};

export type { OpenAiImageReference, OpenAiImagesBody } from './types.js';
