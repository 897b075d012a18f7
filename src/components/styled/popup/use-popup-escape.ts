import { type RefObject, useEffect } from 'react';
import { targetOf } from '../../shared/focused-element.js';
import { useLatest } from '../../../react/use-latest.js';

/**
 * Closes the chat with Escape, if nothing else has taken it: what is open inside closes first, then the answer stops. Pressed
 * inside of the panel, or if nothing has the focus.
 */
export function usePopupEscape(
  panel: RefObject<HTMLDialogElement | null>,
  isOpen: boolean,
  onClose: () => void,
): void {
  const latest = useLatest(onClose);
  useEffect(() => {
    const element = panel.current;
    const view = element?.ownerDocument.defaultView;
    if (!isOpen || !view) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const target = targetOf(event);
      const isOurs = target === element.ownerDocument.body || target.closest('dialog') === element;
      // While a tile is being dragged, Escape puts it back.
      if (!isOurs || target.closest('[data-dragging]')) return;
      event.preventDefault();
      latest.current();
    };
    // The chat listens on the document, so it decides first.
    view.addEventListener('keydown', onKeyDown);
    return () => view.removeEventListener('keydown', onKeyDown);
  }, [panel, isOpen, latest]);
}
