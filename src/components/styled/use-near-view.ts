import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** So far above and below what is seen, messages are made ready. */
const MARGIN = '1200px 0px';

const observers = new WeakMap<Element, IntersectionObserver>();
const callbacks = new Map<Element, () => void>();

/** The page is printed as it stands when this returns. */
function showAll(): void {
  flushSync(() => {
    for (const show of callbacks.values()) show();
  });
}

function observerOf(scroller: Element): IntersectionObserver {
  const observer =
    observers.get(scroller) ??
    new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) callbacks.get(target)?.();
        }
      },
      { root: scroller, rootMargin: MARGIN },
    );
  observers.set(scroller, observer);
  return observer;
}

/**
 * Whether a message has come near to what is seen, or the page was printed. Once true it stays so. What does not stand far
 * off is near from the first.
 */
export function useNearView(inside: RefObject<HTMLElement | null>, isFar: boolean): boolean {
  const [isNear, setIsNear] = useState(!isFar);
  useEffect(() => {
    if (isNear) return undefined;
    const message = inside.current?.closest('[data-ick-part=message]');
    const scroller = message?.closest('[data-ick-part=messages]');
    const show = (): void => setIsNear(true);
    if (!message || !scroller) {
      show();
      return undefined;
    }
    if (callbacks.size === 0) window.addEventListener('beforeprint', showAll);
    callbacks.set(message, show);
    observerOf(scroller).observe(message);
    return () => {
      observerOf(scroller).unobserve(message);
      callbacks.delete(message);
      if (callbacks.size === 0) window.removeEventListener('beforeprint', showAll);
    };
  }, [inside, isNear]);
  return isNear;
}
