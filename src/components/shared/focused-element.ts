import { matchesMedia } from './matches-media.js';

/**
 * What has the focus, as seen from an element: in its own shadow root or document, else in the document around it. The body,
 * or nothing, where nothing has it.
 */
export function focusedElement(from: Element | null): HTMLElement | undefined {
  if (!from) return undefined;
  const { activeElement } = from.getRootNode() as Document | ShadowRoot;
  return (activeElement ?? from.ownerDocument.activeElement ?? undefined) as
    | HTMLElement
    | undefined;
}

/** Where an event came from, also when a shadow root hides that from those who listen outside of it. */
export const targetOf = (event: Event): Element => event.composedPath()[0] as Element;

/** Gives an element the focus that nothing has. A finger would get the keyboard of the screen with it. */
export function focusUnlessElsewhere(element: HTMLElement | null): void {
  const isNowhere = focusedElement(element)?.matches('body') === true;
  if (isNowhere && matchesMedia('(pointer: fine)')) element?.focus();
}
