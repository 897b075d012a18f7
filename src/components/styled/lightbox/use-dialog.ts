import { type RefObject, useRef } from 'react';
import { useModal } from '../../shared/use-modal.js';
import { growFrom } from './grow-from.js';

/**
 * Opens a dialog over the page, and restores the focus. Call the returned function when there is something to see: the
 * first time, the stage grows from the tile that was pressed.
 */
export function useDialog(
  dialog: RefObject<HTMLDialogElement | null>,
  stage: RefObject<HTMLElement | null>,
): () => void {
  const origin = useRef<DOMRect>(undefined);
  useModal(dialog, (opener) => {
    origin.current = opener?.querySelector('img')?.getBoundingClientRect();
    stage.current?.focus();
  });
  return () => {
    if (origin.current && stage.current) growFrom(origin.current, stage.current);
    origin.current = undefined;
  };
}
