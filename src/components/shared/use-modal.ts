import { type RefObject, useEffect } from 'react';
import { focusedElement } from './focused-element.js';
import { closeModal, openModal } from './modal-state.js';
import { useLatest } from '../../react/use-latest.js';

/**
 * Opens a dialog above the page for as long as it is mounted, and restores the focus. `onOpen` is called once it is
 * open, with the element that had the focus before.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  onOpen?: (opener: HTMLElement | undefined) => void,
): void {
  const latest = useLatest(onOpen);
  useEffect(() => {
    const element = dialog.current;
    const opener = focusedElement(element);
    // Strict mode mounts twice.
    if (element) openModal(element);
    latest.current?.(opener);
    return () => {
      if (element) closeModal(element);
      if (opener?.isConnected) opener.focus();
    };
  }, [dialog, latest]);
}
