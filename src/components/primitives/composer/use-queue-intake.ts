import { useMemo } from 'react';
import type { IntakeHookOptions } from '../../../react/types.js';
import type { ComposerModel } from './composer-context.js';

/** What an app may say about the pictures that come into a composer. */
export type ComposerIntake = Omit<IntakeHookOptions, 'onImages'>;

/**
 * Every way into a composer: pictures go to its queue, which waits for those on their way, and refusals to its notices.
 * `maxFiles` counts what is there already.
 */
export function useQueueIntake(
  { queue, addRejections }: Pick<ComposerModel, 'queue' | 'addRejections'>,
  intake: ComposerIntake | undefined,
): IntakeHookOptions {
  const { addSources, waitFor } = queue;
  const imageCount = queue.items.length;
  return useMemo(() => {
    const { maxFiles, onRejections, onArrival } = intake ?? {};
    return {
      ...intake,
      ...(maxFiles !== undefined && { maxFiles: Math.max(0, maxFiles - imageCount) }),
      onImages: addSources,
      onRejections(rejections, from) {
        addRejections(rejections);
        onRejections?.(rejections, from);
      },
      onArrival(arrival) {
        waitFor(arrival);
        onArrival?.(arrival);
      },
    };
  }, [intake, imageCount, addSources, addRejections, waitFor]);
}
