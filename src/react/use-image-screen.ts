import { useCallback, useMemo } from 'react';
import { askForScreen, stopStream } from '../intake/ask.js';
import { collectScreen } from '../intake/from-screen.js';
import type { UseImageScreenResult, UseIntakeOptions } from './intake-types.js';
import { useAvailable } from './use-available.js';
import { useIntake } from './use-intake.js';

/** Captures one frame of a screen, a window or a tab that the user chooses. Choosing none is not an error. */
export function useImageScreen(options: UseIntakeOptions): UseImageScreenResult {
  const intake = useIntake(options);
  const isAvailable = useAvailable(canCapture);

  const capture = useCallback(async (): Promise<void> => {
    const asked = askForScreen();
    // While the user is choosing, nothing is pending.
    await asked.catch(() => undefined);
    await intake((limits) => collectScreen(asked, limits), 'screen');
    asked.then(stopStream, () => undefined);
  }, [intake]);

  return useMemo(() => ({ isAvailable, capture }), [isAvailable, capture]);
}

function canCapture(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}
