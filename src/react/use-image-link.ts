import { useCallback, useMemo, useState } from 'react';
import { collectLink } from '../intake/from-link.js';
import type { IntakeRejection } from '../intake/rejection.js';
import type { UseImageLinkResult, UseIntakeOptions } from './intake-types.js';
import { useIntake } from './use-intake.js';

/** Adds an image by its address, for a field to type it in. */
export function useImageLink(options: UseIntakeOptions): UseImageLinkResult {
  const intake = useIntake(options);
  const [loading, setLoading] = useState(0);

  const add = useCallback(
    async (address: string): Promise<IntakeRejection | undefined> => {
      let rejection: IntakeRejection | undefined;
      setLoading((count) => count + 1);
      await intake(async (limits) => {
        const collected = await collectLink(address, limits);
        rejection = collected.rejections.at(0);
        return { ...collected, rejections: [] };
      }, 'url');
      setLoading((count) => count - 1);
      return rejection;
    },
    [intake],
  );

  const isLoading = loading > 0;
  return useMemo(() => ({ add, isLoading }), [add, isLoading]);
}
