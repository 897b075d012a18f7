import { matchesMedia } from './matches-media.js';

/**
 * Returns what has the focus, as seen from an element: in its own shadow root or document, otherwise in the document
 * around it. The body, or nothing, if nothing has it.
 */
export function focusedElement(from: Element | null): HTMLElement | undefined {
  if (!from) return undefined;
  const { activeElement } = from.getRootNode() as Document | ShadowRoot;
  return (activeElement ?? from.ownerDocument.activeElement ?? undefined) as
    | HTMLElement
    | undefined;
}

/** Returns where an event came from, even if a shadow root hides that from outside listeners. */
export const targetOf = (event: Event): Element => event.composedPath()[0] as Element;

/** Focuses an element if nothing has the focus. On a touch screen this would open the keyboard. */
export function focusUnlessElsewhere(element: HTMLElement | null): void {
  const isNowhere = focusedElement(element)?.matches('body') === true;
  if (isNowhere && matchesMedia('(pointer: fine)')) element?.focus();
}
