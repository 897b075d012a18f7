import { lazyCodec } from '../lazy-codec.js';
import type { WireFormat } from '../types.js';
import { aiSdkUiFacts } from './facts.js';
import { aiSdkUiResume } from './resume.js';

/**
 * The UI message stream of the AI SDK 5 to 7: what `useChat` sends and reads. The base URL is the address of the route.
 */
export const aiSdkUi: WireFormat = {
  ...aiSdkUiFacts,
  keyHeader: { name: 'authorization', prefix: 'Bearer ' },
  framing: 'server-sent-events',
  resume: aiSdkUiResume,
  ...lazyCodec(() => import('./codec.js')),
};

export type {
  AiSdkFilePart,
  AiSdkMessage,
  AiSdkProviderMetadata,
  AiSdkReasoningPart,
  AiSdkStepPart,
  AiSdkTextPart,
  AiSdkToolPart,
  AiSdkUiBody,
} from './types.js';
