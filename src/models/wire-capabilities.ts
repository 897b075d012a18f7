import type { ImageMediaType } from '../formats/types.js';

/** How pictures can travel in a wire format, whatever the model. */
export interface WireCapabilities {
  /** Bytes in the request itself, as base64. */
  bytes: boolean;
  /** Links that the endpoint fetches. */
  links: 'any' | 'https' | 'none';
  /** Ids of files uploaded before. */
  fileIds: boolean;
  /** Fewer than the model takes. */
  acceptedMediaTypes?: readonly ImageMediaType[];
}

/** Keyed by the name of the wire format. One that is not here is not checked. */
export const wireCapabilities: Readonly<Record<string, WireCapabilities>> = {
  'openai-chat': { bytes: true, links: 'any', fileIds: false },
  'openai-responses': { bytes: true, links: 'any', fileIds: true },
  'openai-assistants': { bytes: false, links: 'https', fileIds: true },
  'anthropic-messages': { bytes: true, links: 'https', fileIds: true },
  'gemini-generate': { bytes: true, links: 'none', fileIds: true },
  'ollama-chat': {
    bytes: true,
    links: 'none',
    fileIds: false,
    acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
};
