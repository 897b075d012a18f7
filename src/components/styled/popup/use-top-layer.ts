import { type RefObject, useEffect } from 'react';

/**
 * Moves an element above the page. What is fixed in it then has its place in the window, whatever is around it: elsewhere an
 * element with a `transform`, a `filter` or a stacking context of its own would move, clip or cover it.
 */
export function useTopLayer(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    // Older browsers leave it in its place.
    if (!element?.isConnected || typeof element.showPopover !== 'function') return undefined;
    element.popover = 'manual';
    element.showPopover();
    return () => {
      element.popover = null;
    };
  }, [ref]);
}
