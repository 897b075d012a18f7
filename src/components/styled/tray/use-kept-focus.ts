import { type RefCallback, useCallback, useRef } from 'react';
import { focusedElement } from '../../shared/focused-element.js';

/**
 * Moves the focus to the tile when a part of it that contains the focus disappears, as a caption gives way to another. Returns
 * the ref of the part.
 */
export function useKeptFocus(): RefCallback<HTMLElement> {
  const part = useRef<HTMLElement>(null);
  return useCallback((next) => {
    const left = part.current;
    part.current = next;
    // React detaches a ref before it takes the element out of the page.
    if (!next && left?.contains(focusedElement(left) ?? null)) left.closest('li')?.focus();
  }, []);
}
