import { type RefObject, useEffect } from 'react';

/** Escape, once nothing that is open has taken it: pressed inside of an element, or where nothing has the focus. */
export function useEscape(
  root: RefObject<HTMLElement | null>,
  onEscape: (() => void) | undefined,
): void {
  useEffect(() => {
    if (!onEscape) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const target = event.target as Element;
      const isOurs = target === document.body || root.current?.contains(target) === true;
      // While a tile hangs in the air, Escape puts it back.
      if (isOurs && !target.closest('[data-dragging], dialog')) onEscape();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root, onEscape]);
}
