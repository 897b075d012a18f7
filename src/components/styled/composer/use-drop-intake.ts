import { type RefObject, useMemo } from 'react';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import { type ComposerIntake, useQueueIntake } from '../../parts/composer/index.js';
import { focusUnlessElsewhere } from '../../shared/focused-element.js';
import { questionText } from './question-text.js';

/** The intake of a drop zone around a composer. What is written after a drop refers to it, so the text gets the focus. */
export function useDropIntake(
  root: RefObject<HTMLElement | null>,
  composer: Parameters<typeof useQueueIntake>[0],
  intake: ComposerIntake | undefined,
): UseIntakeOptions {
  const options = useQueueIntake(composer, intake);
  return useMemo(
    () => ({
      ...options,
      onArrival(arrival) {
        options.onArrival?.(arrival);
        focusUnlessElsewhere(questionText(root.current));
      },
    }),
    [options, root],
  );
}
