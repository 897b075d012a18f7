import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { collectImages } from '../intake/collect-images.js';
import { watchPageDrags } from '../intake/page-drag.js';
import { holdsDraggedImage, takeDraggedImage } from './dragged-image.js';
import type { UseImageDropResult, UseIntakeOptions } from './intake-types.js';
import { useIntake } from './use-intake.js';
import { useLatest } from './use-latest.js';

/** Events that an inner zone, or a drop zone of the app's own, has handled. Outer zones ignore them. */
const claimedEvents = new WeakSet<Event>();

/** Keeps drop zones from handling an event that something else on the page has handled. */
export const markHandled = (event: Event): void => void claimedEvents.add(event);

/** Makes an element a drop target for images, folders, and images from other pages. */
export function useImageDrop(options: UseIntakeOptions): UseImageDropResult {
  const intake = useIntake(options);
  const latest = useLatest(options);
  const isDisabled = useLatest(options.isDisabled ?? false);
  const [hover, setHover] = useState<{ count: number }>();
  /** The innermost element the pointer is over. It changes before `dragleave` of the previous one. */
  const lastEntered = useRef<EventTarget>(undefined);

  useEffect(watchPageDrags, []);

  const leave = useCallback(() => setHover(undefined), []);

  const hoverOver = useCallback(
    (event: DragEvent): void => {
      if (!mayHoldImages(event.dataTransfer)) return;
      if (!claim(event)) {
        leave();
        return;
      }
      // Without this on both events, Safari opens the file instead.
      event.preventDefault();
      event.dataTransfer.dropEffect = isDisabled.current ? 'none' : 'copy';
      const count = countFiles(event.dataTransfer);
      if (isDisabled.current) leave();
      else setHover((before) => (before?.count === count ? before : { count }));
    },
    [isDisabled, leave],
  );

  const onDragEnter = useCallback(
    (event: DragEvent) => {
      lastEntered.current = event.target;
      hoverOver(event);
    },
    [hoverOver],
  );

  const onDragLeave = useCallback(
    ({ currentTarget, relatedTarget, target }: DragEvent) => {
      // Safari has no related target; there, the element entered last shows whether the zone was left.
      const isInside = relatedTarget
        ? currentTarget.contains(relatedTarget as Node)
        : target !== lastEntered.current;
      if (!isInside) leave();
    },
    [leave],
  );

  const onDrop = useCallback(
    (event: DragEvent) => {
      leave();
      const { dataTransfer } = event;
      if (!mayHoldImages(dataTransfer) || isForTextField(event) || !claim(event)) return;
      event.preventDefault();
      const own = takeDraggedImage(dataTransfer);
      if (own) {
        if (!isDisabled.current) latest.current.onParts?.([own]);
        return;
      }
      if (!isDisabled.current) void intake((limits) => collectImages(dataTransfer, limits), 'drop');
    },
    [intake, isDisabled, latest, leave],
  );

  return useMemo(
    () => ({
      dropProps: { onDragEnter, onDragOver: hoverOver, onDragLeave, onDrop },
      isDropTarget: hover !== undefined,
      draggedCount: hover?.count ?? 0,
    }),
    [hover, hoverOver, onDragEnter, onDragLeave, onDrop],
  );
}

function claim({ nativeEvent }: DragEvent): boolean {
  if (claimedEvents.has(nativeEvent)) return false;
  markHandled(nativeEvent);
  return true;
}

/**
 * Whether a drag may hold images. While hovering, a browser reports only types of content. An image of another page may
 * arrive as an address.
 */
function mayHoldImages(transfer: DataTransfer): boolean {
  const { types } = transfer;
  return types.includes('Files') || types.includes('text/uri-list') || holdsDraggedImage(transfer);
}

function countFiles({ items }: DataTransfer): number {
  return Array.from(items).filter(({ kind }) => kind === 'file').length;
}

/** A link that is dropped on a text field is text. */
function isForTextField({ dataTransfer, target }: DragEvent): boolean {
  if (dataTransfer.types.includes('Files') || holdsDraggedImage(dataTransfer)) return false;
  if (/<img\b/i.test(dataTransfer.getData('text/html'))) return false;
  const element = target as HTMLElement;
  return element.matches('input, textarea') || element.isContentEditable;
}
