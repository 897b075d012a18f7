import type { WireFormat } from '../types.js';
import { buildRequest } from './build-request.js';
import { aiSdkUiFacts } from './facts.js';
import { readEvents } from './read-events.js';

/**
 * The UI message stream of the AI SDK 5 to 7: what `useChat` sends and reads. The base URL is the address of the route.
 */
export const aiSdkUi: WireFormat = {
  ...aiSdkUiFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  buildRequest,
  readEvents,
};

export type {
  AiSdkFilePart,
  AiSdkMessage,
  AiSdkProviderMetadata,
  AiSdkTextPart,
  AiSdkUiBody,
} from './types.js';
