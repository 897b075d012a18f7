import { type DragEvent as ReactDragEvent, useEffect } from 'react';
import type { ImageDrop } from '../react/intake-types.js';

type DropProps = ImageDrop['dropProps'];

const handlers = {
  dragenter: 'onDragEnter',
  dragover: 'onDragOver',
  dragleave: 'onDragLeave',
  drop: 'onDrop',
} as const satisfies Record<string, keyof DropProps>;

/** Lets a drop zone take what is dropped anywhere on the page. A zone that lies closer has had its turn before. */
export function usePageDrop(dropProps: DropProps, isEnabled: boolean): void {
  useEffect(() => {
    if (!isEnabled) return undefined;
    const controller = new AbortController();
    for (const [name, handler] of Object.entries(handlers)) {
      document.addEventListener(
        name,
        (event) => dropProps[handler](asReactEvent(event as DragEvent)),
        { signal: controller.signal },
      );
    }
    return () => controller.abort();
  }, [dropProps, isEnabled]);
}

/** The part of React's event that drop handlers read. */
function asReactEvent(event: DragEvent): ReactDragEvent {
  const { dataTransfer, target, relatedTarget } = event;
  return {
    nativeEvent: event,
    dataTransfer,
    target,
    relatedTarget,
    currentTarget: document.documentElement,
    preventDefault: () => event.preventDefault(),
  } as unknown as ReactDragEvent;
}
