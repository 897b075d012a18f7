import { useEffect, useState } from 'react';
import {
  KitError,
  type PreparedImage,
  prepareImage,
  type PrepareOptions,
  type PrepareProgress,
} from '../../src/index.js';

export interface Preparation {
  progress: PrepareProgress;
  /** Stays until the next one is there. */
  result?: { file: File; prepared: PreparedImage };
  error?: KitError;
}

/** Prepares a file, and again when an option changes. The run before is given up. */
export function usePrepared(
  file: File | undefined,
  options: Omit<PrepareOptions, 'signal' | 'onProgress'>,
): Preparation {
  const [preparation, setPreparation] = useState<Preparation>({
    progress: { stage: 'reading', fraction: 0 },
  });
  const written = JSON.stringify(options);
  useEffect(() => {
    if (!file) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const change = (next: (before: Preparation) => Preparation): void => {
      if (!signal.aborted) setPreparation(next);
    };
    const run = async (source: File): Promise<void> => {
      try {
        const prepared = await prepareImage(source, {
          ...(JSON.parse(written) as PrepareOptions),
          signal,
          onProgress: (progress) => change((before) => ({ ...before, progress })),
        });
        change(({ progress }) => ({ progress, result: { file: source, prepared } }));
      } catch (error) {
        if (!KitError.is(error)) throw error;
        const failed = { error };
        change(({ progress }) => ({ progress, ...failed }));
      }
    };
    void run(file);
    return () => controller.abort();
  }, [file, written]);
  return preparation;
}
