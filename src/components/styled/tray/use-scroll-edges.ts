import { type RefObject, useEffect } from 'react';
import { observeSize } from '../../shared/observe-size.js';

/** How far the edge behind which something is hidden fades, in px. */
const FADE_PX = 24;

/**
 * Fades the edges of a scrolled list behind which something is hidden, with `--ick-fade-left` and so on, and lets a
 * wheel without a second axis scroll a row.
 *
 * @param count the number of tiles, after whose change the edges are measured again
 */
export function useScrollEdges(list: RefObject<HTMLElement | null>, count: number): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const onScroll = (): void => fadeEdges(element);
    const onWheel = (event: WheelEvent): void => scrollRow(element, event);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    const unobserve = observeSize([element], onScroll);
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
      unobserve();
    };
  }, [list]);
  useEffect(() => {
    if (list.current && count > 0) fadeEdges(list.current);
  }, [list, count]);
}

function fadeEdges(element: HTMLElement): void {
  const { scrollTop, scrollLeft, scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
  const across = scrollWidth - clientWidth;
  // Counted from the right edge, below zero, in a list that is read from there.
  const isFromRight = getComputedStyle(element).direction === 'rtl';
  const left = isFromRight ? across + scrollLeft : scrollLeft;
  const hidden = {
    left,
    right: across - left,
    top: scrollTop,
    bottom: scrollHeight - clientHeight - scrollTop,
  };
  for (const [edge, px] of Object.entries(hidden)) {
    element.style.setProperty(`--ick-fade-${edge}`, `${Math.max(0, Math.min(FADE_PX, px))}px`);
  }
}

/** Scrolls a row with a wheel that turns up and down; at its end, the page scrolls as usual. */
function scrollRow(element: HTMLElement, event: WheelEvent): void {
  const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey } = event;
  const isRow = element.scrollHeight <= element.clientHeight;
  if (!isRow || ctrlKey || shiftKey || Math.abs(deltaX) >= Math.abs(deltaY)) return;
  const isFromRight = getComputedStyle(element).direction === 'rtl';
  const px = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * LINE_PX;
  const before = element.scrollLeft;
  element.scrollLeft += isFromRight ? -px : px;
  if (element.scrollLeft !== before) event.preventDefault();
}

/** A line of a wheel that counts in lines. */
const LINE_PX = 32;
