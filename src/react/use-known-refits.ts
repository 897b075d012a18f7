import { useCallback, useRef, useState } from 'react';
import type { PendingRefit } from '../request/plan-request.js';
import type { ImageRefits } from '../request/refit-images.js';

/**
 * Makes images of earlier turns small while a question is written, so that their bytes are known before Send. What is
 * returned is a new object whenever more has been made.
 */
export function useKnownRefits(given: ImageRefits | undefined): {
  refits: ImageRefits | undefined;
  makeAhead: (pending: readonly PendingRefit[]) => void;
} {
  const [known, setKnown] = useState<{ given: ImageRefits; refits: ImageRefits }>();
  const begun = useRef<{ given?: ImageRefits; images: WeakSet<object> }>({ images: new WeakSet() });

  const makeAhead = useCallback(
    (pending: readonly PendingRefit[]) => {
      if (!given) return;
      if (begun.current.given !== given) begun.current = { given, images: new WeakSet() };
      const { images } = begun.current;
      // Limits that depend on the sum of a request change with every word; they are met with Send.
      const fresh = pending.filter(
        ({ image, limits }) => limits.detail === 'low' && !images.has(image),
      );
      if (fresh.length === 0) return;
      for (const { image } of fresh) images.add(image);
      Promise.all(fresh.map(({ image, limits }) => given.make(image, limits)))
        .then(() => setKnown({ given, refits: { ...given } }))
        // What fails is tried again with Send.
        .catch(() => {});
    },
    [given],
  );
  return { refits: known && known.given === given ? known.refits : given, makeAhead };
}
