import { useCallback, useMemo } from 'react';
import { askForClipboard } from '../intake/ask.js';
import { collectClipboard } from '../intake/from-clipboard.js';
import type { UseImageClipboardResult, UseIntakeOptions } from './intake-types.js';
import { useAvailable } from './use-available.js';
import { useIntake } from './use-intake.js';
import { useLatest } from './use-latest.js';

/** A paste button, for users without a keyboard. Addresses in the clipboard are fetched only if `fetchLinks` is set. */
export function useImageClipboard(options: UseIntakeOptions): UseImageClipboardResult {
  const intake = useIntake(options);
  const latest = useLatest(options);
  const isAvailable = useAvailable(canRead);

  const paste = useCallback(async (): Promise<void> => {
    const asked = askForClipboard();
    await asked.catch(() => undefined);
    const { fetchLinks = false } = latest.current;
    await intake((limits) => collectClipboard(asked, { ...limits, fetchLinks }), 'paste');
  }, [intake, latest]);

  return useMemo(() => ({ isAvailable, paste }), [isAvailable, paste]);
}

function canRead(): boolean {
  return typeof navigator.clipboard?.read === 'function';
}
