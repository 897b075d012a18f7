import { requestWork } from '../request/load-request-work.js';
import type { ImageMessage, ImageMessageOptions } from './types.js';
import { useLazyPart } from './use-lazy-part.js';
import { useMessageOf } from './use-message-of.js';

/**
 * Does what `useImageMessage` does, for a chat: what it needs loads after the first paint, and until then no problem and no
 * price is known. The options of a question in a chat are its `questionOptions.message`.
 */
export function useQuestionMessage(options: ImageMessageOptions): ImageMessage {
  return useMessageOf(useLazyPart(requestWork)?.previewRequest, options);
}
