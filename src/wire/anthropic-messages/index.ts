import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { anthropicMessagesFacts } from './facts.js';
import { anthropicFiles } from './files.js';
import { anthropicHeaders } from './headers.js';
import { anthropicModels } from './models.js';
import { anthropicTokenCount } from './token-count.js';

/** The Messages format. */
export const anthropicMessages: WireFormat = {
  ...anthropicMessagesFacts,
  keyHeader: { name: 'x-api-key', prefix: '' },
  framing: 'server-sent-events',
  models: anthropicModels,
  tokenCount: anthropicTokenCount,
  batch: {
    kind: 'request-list',
    path: '/v1/messages/batches',
    endpoint: '/v1/messages',
    maxRequests: 100_000,
    customIds: /^[\w-]{1,64}$/,
    // Documented as 256 MB, interpreted as decimal megabytes; November 2026.
    maxBytes: 256_000_000,
    headers: anthropicHeaders,
  },
  files: anthropicFiles,
  ...lazyCodec(() => import('./codec.js')),
};

export type {
  AnthropicBlock,
  AnthropicImageSource,
  AnthropicMessage,
  AnthropicMessagesBody,
} from './types.js';
