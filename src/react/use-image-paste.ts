import { useCallback, useMemo, type ClipboardEvent } from 'react';
import { readPasted, takePasted } from '../intake/read-paste.js';
import type { UseImagePasteResult, UseImagePasteOptions } from './intake-types.js';
import { useIntake } from './use-intake.js';
import { useLatest } from './use-latest.js';

/** Takes images that are pasted while the focus is inside the element. Text is left to the text field. */
export function useImagePaste(options: UseImagePasteOptions): UseImagePasteResult {
  const intake = useIntake(options);
  const latest = useLatest(options);

  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      const { isDisabled = false, mixedContent = 'text', fetchLinks = false } = latest.current;
      if (isDisabled || event.defaultPrevented) return;
      const pasted = takePasted(event.clipboardData);
      const { taken, left } = readPasted(pasted, { mixedContent, fetchLinks });
      if (left) latest.current.onLeftBehind?.(() => void intake(left.collect, 'paste'));
      if (!taken) return;
      if (!taken.keepsText) event.preventDefault();
      void intake(taken.collect, 'paste');
    },
    [intake, latest],
  );

  return useMemo(() => ({ pasteProps: { onPaste } }), [onPaste]);
}
