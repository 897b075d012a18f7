import { previewRequest } from '../request/preview-request.js';
import type { UseImageMessageResult, UseImageMessageOptions } from './types.js';
import { useMessageOf } from './use-message-of.js';

/**
 * Assembles text, images and history into the messages of one request, and reports what they cost and what an endpoint
 * would refuse. For any client of the app's own; `useImageChat` does the same.
 */
export function useImageMessage(options: UseImageMessageOptions): UseImageMessageResult {
  return useMessageOf(previewRequest, options);
}
