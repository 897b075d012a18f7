import { type RefObject, useLayoutEffect } from 'react';
import { focusedElement } from '../../shared/focused-element.js';

/** Moves the focus to the tile when the part of it that contains the focus disappears, as a caption gives way to another. */
export function useKeptFocus(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = part;
    // Runs before the part is taken out of the page.
    return () => {
      if (current?.contains(focusedElement(current) ?? null)) current.closest('li')?.focus();
    };
  }, [part]);
}
