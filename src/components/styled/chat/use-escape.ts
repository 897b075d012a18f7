import { type RefObject, useEffect } from 'react';
import { targetOf } from '../../shared/focused-element.js';

/** Handles Escape, unless something open has taken it: pressed inside of an element, or if nothing has the focus. */
export function useEscape(
  root: RefObject<HTMLElement | null>,
  onEscape: (() => void) | undefined,
): void {
  useEffect(() => {
    const page = root.current?.ownerDocument;
    if (!onEscape || !page) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const target = targetOf(event);
      const isOurs = target === page.body || root.current?.contains(target) === true;
      // While a tile is being dragged, Escape puts it back.
      const isTaken =
        target.closest('[data-dragging]') !== null || standsInDialog(target, root.current);
      if (!isOurs || isTaken) return;
      // One press does one thing: a dialog of the app around the chat stays open.
      event.preventDefault();
      onEscape();
    };
    page.addEventListener('keydown', onKeyDown);
    return () => page.removeEventListener('keydown', onKeyDown);
  }, [root, onEscape]);
}

/** Whether the target is in a dialog inside of the chat, not in one around the chat. */
function standsInDialog(target: Element, root: HTMLElement | null): boolean {
  const dialog = target.closest('dialog');
  return dialog !== null && !dialog.contains(root);
}
