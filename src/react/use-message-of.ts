import { useEffect, useMemo, useState } from 'react';
import type { TokenPrice } from '../chat/types.js';
import type { ChatMessage, ImagePart, WireCapabilities } from '../messages/types.js';
import type { PruneOptions } from '../messages/prune-history.js';
import type { PreviewedMessage, previewRequest } from '../request/preview-request.js';
import { createStableValue } from './stable-value.js';
import type { ImageMessageOptions } from '../request/types.js';
import type { UseImageMessageResult } from './types.js';

const NO_HISTORY: readonly ChatMessage[] = [];
const NOT_YET: PreviewedMessage = {
  messages: [],
  pending: [],
  imageTokens: 0,
  requestImageTokens: 0,
  problems: [],
};

/**
 * Works as `useImageMessage`, without the code that previews a request, which may still have to load. Until then no
 * problem is known.
 */
export function useMessageOf(
  preview: typeof previewRequest | undefined,
  options: ImageMessageOptions,
): UseImageMessageResult {
  const {
    model,
    text,
    images,
    files,
    history = NO_HISTORY,
    system,
    labels,
    baseUrl,
    rules,
  } = options;
  const { fixesOnSend, uploadsOnSend, altTexts, leftOutIds, placed, descriptions } = options;
  // Returns a new object once more descriptions exist, since the same request then has another result.
  const [madeCount, setMadeCount] = useState(0);
  const given = options.refits;
  const refits = useMemo(() => given && { ...given, madeCount }, [given, madeCount]);
  const price = useSamePrice(options.price);
  const imageHistory = useSamePruning(options.imageHistory);
  const [sameWire] = useState(createStableValue<WireCapabilities | undefined>);
  const wire = sameWire(options.wire);
  const vision = options.capabilities?.vision;

  const previewed = useMemo(
    () =>
      preview?.({
        model,
        text,
        images,
        history,
        ...(files && { files }),
        ...(system !== undefined && { system }),
        ...(labels !== undefined && { labels }),
        ...(altTexts !== undefined && { altTexts }),
        ...(baseUrl !== undefined && { baseUrl }),
        ...(rules && { rules }),
        ...(wire && { wire }),
        ...(vision !== undefined && { capabilities: { vision } }),
        ...(imageHistory && { imageHistory }),
        ...(leftOutIds && { leftOutIds }),
        ...(refits && { refits }),
        ...(placed && { placed }),
        ...(descriptions && { descriptions }),
        ...(fixesOnSend !== undefined && { fixesOnSend }),
        ...(uploadsOnSend !== undefined && { uploadsOnSend }),
        ...(price && { price }),
      }) ?? NOT_YET,
    [
      preview,
      model,
      text,
      images,
      files,
      history,
      system,
      labels,
      altTexts,
      baseUrl,
      rules,
      wire,
      vision,
      imageHistory,
      leftOutIds,
      refits,
      placed,
      descriptions,
      fixesOnSend,
      uploadsOnSend,
      price,
    ],
  );
  const imageBytes = useMemo(() => sumBytes(images), [images]);
  const hasContent = text.trim() !== '' || images.length > 0 || (files?.length ?? 0) > 0;
  const { pending, problems } = previewed;
  useEffect(() => {
    if (hasContent) given?.makeAhead(pending, () => setMadeCount((count) => count + 1));
  }, [hasContent, given, pending]);
  const canSend = hasContent && problems.every(({ severity }) => severity !== 'error');
  return useMemo(() => {
    const { pending: _pending, ...message } = previewed;
    return { ...message, imageBytes, canSend };
  }, [previewed, imageBytes, canSend]);
}

/** Inline options are a new object with each render. */
function useSamePruning(options: PruneOptions | undefined): PruneOptions | undefined {
  const { keepTurns, stepTurns, older, lower } = options ?? {};
  return useMemo(
    () =>
      keepTurns === undefined || older === undefined
        ? undefined
        : {
            keepTurns,
            older,
            ...(stepTurns !== undefined && { stepTurns }),
            ...(lower && { lower }),
          },
    [keepTurns, stepTurns, older, lower],
  );
}

function useSamePrice(price: TokenPrice | undefined): TokenPrice | undefined {
  const { inputPerMillion, outputPerMillion, currency } = price ?? {};
  return useMemo(
    () =>
      inputPerMillion === undefined || outputPerMillion === undefined
        ? undefined
        : { inputPerMillion, outputPerMillion, ...(currency !== undefined && { currency }) },
    [inputPerMillion, outputPerMillion, currency],
  );
}

function sumBytes(images: readonly ImagePart[]): number {
  return images.reduce((sum, { data }) => sum + (data.kind === 'bytes' ? data.bytes.size : 0), 0);
}
