import { engine } from './engine.js';
import type { ImageMessageOptions } from '../request/types.js';
import type { UseImageMessageResult } from './types.js';
import { useLazyModule } from './use-lazy-module.js';
import { useMessageOf } from './use-message-of.js';

/**
 * Works as `useImageMessage`, for a chat: its code loads after the first paint, and until then no problem and no price
 * is known. The options of a question in a chat are its `questionOptions.message`.
 */
export function useQuestionMessage(options: ImageMessageOptions): UseImageMessageResult {
  return useMessageOf(useLazyModule(engine)?.previewRequest, options);
}
