import { type DragEvent as ReactDragEvent, type RefObject, useEffect } from 'react';
import type { UseImageDropResult } from '../../react/intake-types.js';
import { markHandled } from '../../react/use-image-drop.js';
import { targetOf } from './focused-element.js';
import { isShown } from './is-shown.js';

type DropProps = UseImageDropResult['dropProps'];

const handlers = {
  dragenter: 'onDragEnter',
  dragover: 'onDragOver',
  dragleave: 'onDragLeave',
  drop: 'onDrop',
} as const satisfies Record<string, keyof DropProps>;

/**
 * Lets a drop zone that is displayed take what is dropped anywhere on its page. A closer zone, also one of the app's own,
 * takes precedence.
 */
export function usePageDrop(
  zone: RefObject<Element | null>,
  dropProps: DropProps,
  isEnabled: boolean,
): void {
  useEffect(() => {
    const page = zone.current?.ownerDocument;
    if (!isEnabled || !page) return undefined;
    // Not by a signal: a test runner may give the page an AbortSignal that the DOM of the test does not recognise.
    const { documentElement } = page;
    // Below the page, only a drop zone prevents the default. On the page itself, apps do so for every drop, to
    // keep a missed one from replacing the page.
    const leaveToOthers = (event: Event): void => {
      if (event.defaultPrevented) markHandled(event);
    };
    const listeners = Object.entries(handlers).map(([name, handler]) => {
      const listen = (event: Event): void => {
        if (zone.current && isShown(zone.current))
          dropProps[handler](asReactEvent(event as DragEvent, page));
      };
      documentElement.addEventListener(name, leaveToOthers);
      page.addEventListener(name, listen);
      return () => {
        documentElement.removeEventListener(name, leaveToOthers);
        page.removeEventListener(name, listen);
      };
    });
    return () => {
      for (const remove of listeners) remove();
    };
  }, [zone, dropProps, isEnabled]);
}

/** The part of React's event that drop handlers read. */
function asReactEvent(event: DragEvent, page: Document): ReactDragEvent {
  const { dataTransfer, relatedTarget } = event;
  return {
    nativeEvent: event,
    dataTransfer,
    target: targetOf(event),
    relatedTarget,
    currentTarget: page.documentElement,
    preventDefault: () => event.preventDefault(),
  } as unknown as ReactDragEvent;
}
