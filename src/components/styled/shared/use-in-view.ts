import { type RefObject, useEffect, useState } from 'react';

/** Elements within this margin of the scrolled area are rendered, too. */
const MARGIN_PX = 480;

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
    rootMargin: `${MARGIN_PX}px`,
  });
  const watch = { observer, listeners };
  watches.set(scroller, watch);
  return watch;
}

const parentOf = (element: Element): Element | null => element.parentElement;

/**
 * Whether an element is in or near the visible part of what scrolls it.
 *
 * @param scrollerOf returns the element that scrolls; its parent by default
 */
export function useInView(
  element: RefObject<HTMLElement | null>,
  scrollerOf: (element: Element) => Element | null = parentOf,
): boolean {
  // In a DOM without layout, such as jsdom's, everything is.
  const [isInView, setIsInView] = useState(() => typeof IntersectionObserver !== 'function');
  useEffect(() => {
    const { current } = element;
    const scroller = current && scrollerOf(current);
    if (!current || !scroller || typeof IntersectionObserver !== 'function') return undefined;
    const { observer, listeners } = watchIn(scroller);
    listeners.set(current, setIsInView);
    observer.observe(current);
    return () => {
      observer.unobserve(current);
      listeners.delete(current);
    };
  }, [element, scrollerOf]);
  return isInView;
}
