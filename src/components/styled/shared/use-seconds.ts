import { useEffect, useState } from 'react';

/** Returns the whole seconds since a moment, negative before it. They change on the second. */
export function useSecondsSince(momentMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const now = Date.now();
      setNowMs(now);
      const restMs = (momentMs - now) % 1000;
      timer = setTimeout(tick, restMs > 0 ? restMs : restMs + 1000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [momentMs]);
  return Math.floor((nowMs - momentMs) / 1000);
}
