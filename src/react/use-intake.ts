import { useCallback, useEffect, useRef } from 'react';
import { KitError } from '../errors.js';
import type { IntakeOptions, IntakeResult, IntakeSource } from '../intake/types.js';
import type { IntakeHookOptions } from './types.js';
import { useLatest } from './use-latest.js';

/** Starts at once, while the event that carries the files is still alive, and is told the limits. */
export type Collect = (options: IntakeOptions) => Promise<IntakeResult>;

/**
 * What drop, paste and pick have in common: pictures are handed on in the order they came in, also when a later drop is
 * read faster, and nothing is handed on once the component is gone.
 */
export function useIntake(
  options: IntakeHookOptions,
): (collect: Collect, from: IntakeSource) => void {
  const latest = useLatest(options);
  const controller = useRef<AbortController>(undefined);
  const earlier = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    return () => own.abort();
  }, []);

  return useCallback(
    (collect, from) => {
      const signal = controller.current?.signal;
      if (!signal || signal.aborted) return;
      const { accept, maxFiles, limits, fetchLinks = true } = latest.current;
      const collected = collect({
        signal,
        from,
        fetchLinks,
        ...(accept && { accept }),
        ...(maxFiles !== undefined && { maxFiles }),
        ...(limits && { limits }),
      });
      earlier.current = handOn(collected, earlier.current);

      async function handOn(result: Promise<IntakeResult>, before: Promise<void>): Promise<void> {
        try {
          const [{ images, rejections }] = await Promise.all([result, before]);
          if (signal?.aborted) return;
          if (images.length > 0) latest.current.onImages(images, from);
          if (rejections.length > 0) latest.current.onRejections?.(rejections, from);
        } catch (error) {
          if (!KitError.is(error) || error.code !== 'aborted') reportError(error);
        }
      }
    },
    [latest],
  );
}
