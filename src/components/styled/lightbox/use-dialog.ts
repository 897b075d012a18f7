import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useModal } from '../../shared/use-modal.js';
import { growFrom } from './grow-from.js';

/**
 * Opens a dialog over the page, and restores the focus. Once the first image has its place, it grows from the tile that
 * was pressed.
 */
export function useDialog(
  dialog: RefObject<HTMLDialogElement | null>,
  stage: RefObject<HTMLElement | null>,
  hasPlace: boolean,
): void {
  const origin = useRef<DOMRect>(undefined);
  useModal(dialog, (opener) => {
    const tile = opener?.querySelector('img') ?? opener?.parentElement?.querySelector('img');
    origin.current = tile?.getBoundingClientRect();
    // Its ring is for those who opened it by key.
    stage.current?.focus({ focusVisible: opener?.matches(':focus-visible') ?? false });
  });
  useLayoutEffect(() => {
    if (!hasPlace) return;
    if (origin.current && stage.current && dialog.current) {
      growFrom(origin.current, stage.current, dialog.current);
    }
    origin.current = undefined;
  }, [hasPlace, dialog, stage]);
}
