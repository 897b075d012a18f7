import { useCallback, useState } from 'react';
import type { Problem } from '../messages/types.js';
import { engine } from './engine.js';
import type { FixOptions } from '../request/fix-problem.js';
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
