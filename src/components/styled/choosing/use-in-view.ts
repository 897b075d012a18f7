import { type RefObject, useEffect, useState } from 'react';

/** How far outside of the scrolled area a thumbnail is rendered already. */
const MARGIN_PX = 240;

interface Watch {
  observer: IntersectionObserver;
  listeners: Map<Element, (isInView: boolean) => void>;
}

/** One observer for each scrolled area. */
const watches = new WeakMap<Element, Watch>();

function watchIn(scroller: Element): Watch {
  const known = watches.get(scroller);
  if (known) return known;
  const listeners: Watch['listeners'] = new Map();
  const note = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
  };
  const observer = new IntersectionObserver(note, {
    root: scroller,
    rootMargin: `${MARGIN_PX}px 0px`,
  });
  const watch = { observer, listeners };
  watches.set(scroller, watch);
  return watch;
}

/** Whether an element is in or near the visible part of its parent, which scrolls. */
export function useInView(element: RefObject<HTMLElement | null>): boolean {
  // In a DOM without layout, such as jsdom's, everything is.
  const [isInView, setIsInView] = useState(() => typeof IntersectionObserver !== 'function');
  useEffect(() => {
    const { current } = element;
    const scroller = current?.parentElement;
    if (!current || !scroller || typeof IntersectionObserver !== 'function') return undefined;
    const { observer, listeners } = watchIn(scroller);
    listeners.set(current, setIsInView);
    observer.observe(current);
    return () => {
      observer.unobserve(current);
      listeners.delete(current);
    };
  }, [element]);
  return isInView;
}
