import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../messages/types.js';
import { engine } from './engine.js';
import type { FixOptions } from '../request/fix-problem.js';
import type { UseImageChatResult } from './types.js';
import { useLatest } from './use-latest.js';

export function useLeftOut(): {
  leftOutIds: ReadonlySet<string>;
  leaveOut: (ids: readonly string[]) => void;
} {
  const [leftOutIds, setLeftOutIds] = useState<ReadonlySet<string>>(new Set());
  const leaveOut = useCallback(
    (ids: readonly string[]) => setLeftOutIds((before) => new Set([...before, ...ids])),
    [],
  );
  return { leftOutIds, leaveOut };
}

/** Applies the fix of a problem, wherever its image is: in the composer or in an earlier message. */
export function useFixProblem(options: FixOptions): (problem: Problem) => Promise<boolean> {
  const latest = useLatest(options);
  return useCallback(
    async (problem: Problem) => {
      const loaded = await engine.load().catch(() => undefined);
      // The problem stays visible, with what fixes it.
      return loaded?.fixProblem(problem, latest.current) ?? false;
    },
    [latest],
  );
}

interface TextAlone extends Pick<UseImageChatResult, 'composer' | 'regenerate'> {
  /** Whether the server refused the last request. */
  isRefused: boolean;
}

/**
 * Once the images are left out, the question in the composer is sent. With an empty composer it was Regenerate that was
 * refused, and it is repeated.
 */
export function useFixAndSend(
  fixProblem: (problem: Problem) => Promise<boolean>,
  { composer: { canSend, submit, text, queue, files }, regenerate, isRefused }: TextAlone,
): (problem: Problem) => Promise<boolean> {
  const [isDue, setIsDue] = useState(false);
  const isEmpty = text.trim() === '' && queue.items.length + (files?.parts.length ?? 0) === 0;
  useEffect(() => {
    if (!isDue) return;
    const send = async (): Promise<void> => {
      setIsDue(false);
      if (canSend) await submit();
      else if (isEmpty && isRefused) await regenerate();
    };
    void send();
  }, [isDue, canSend, submit, isEmpty, isRefused, regenerate]);
  return useCallback(
    async (problem: Problem) => {
      const isFixed = await fixProblem(problem);
      if (isFixed && problem.fix === 'leave-out-images') setIsDue(true);
      return isFixed;
    },
    [fixProblem],
  );
}
