import { type RefObject, useEffect, useRef } from 'react';
import { growFrom } from './grow-from.js';

/**
 * Opens a dialog over the page, and gives the focus back to where it was. What it returns is to be called when there is
 * something to see: the first time, the stage grows from the tile that was pressed.
 */
export function useDialog(
  dialog: RefObject<HTMLDialogElement | null>,
  stage: RefObject<HTMLElement | null>,
): () => void {
  const origin = useRef<DOMRect>(undefined);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    origin.current = opener?.querySelector('img')?.getBoundingClientRect();
    // Strict mode mounts twice.
    if (element && !element.open) element.showModal();
    stage.current?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog, stage]);
  return () => {
    if (origin.current && stage.current) growFrom(origin.current, stage.current);
    origin.current = undefined;
  };
}
