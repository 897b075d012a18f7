import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { readEvents } from './read-events.js';

/** The Messages format. */
export const anthropicMessages: WireFormat = {
  name: 'anthropic-messages',
  keyHeader: { name: 'x-api-key', prefix: '' },
  framing: 'server-sent-events',
  imageKinds: ['bytes', 'url', 'file-id'],
  buildRequest,
  readEvents,
};

export { anthropicHeaders } from './headers.js';
export type {
  AnthropicBlock,
  AnthropicImageSource,
  AnthropicMessage,
  AnthropicMessagesBody,
} from './types.js';
