import { useMemo } from 'react';
import type { ImagePart } from '../messages/types.js';
import { previewRequest } from '../request/preview-request.js';
import type { UseImageMessageResult, UseImageMessageOptions } from './types.js';
import { useMessageOf } from './use-message-of.js';

const NO_IMAGES: readonly ImagePart[] = [];

/**
 * Assembles text, images and history into the messages of one request, and reports what they cost and what an endpoint
 * would refuse. For any client of the app's own; `useImageChat` does the same.
 */
export function useImageMessage(options: UseImageMessageOptions): UseImageMessageResult {
  const { queue, images, ...request } = options;
  const message = useMessageOf(previewRequest, {
    ...request,
    images: images ?? queue?.parts ?? NO_IMAGES,
  });
  const isComplete = queue?.isPreparing !== true;
  return useMemo(
    () => (isComplete ? message : { ...message, canSend: false }),
    [message, isComplete],
  );
}
