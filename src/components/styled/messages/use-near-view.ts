import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Messages within this margin of the viewport are rendered in full. */
const MARGIN_PX = 1200;
/** Share of each frame to spend on it: the rest is for scrolling and painting. */
const FRAME_SHARE_MS = 5;

const NEAR = 'data-near';

const observers = new WeakMap<Element, IntersectionObserver>();
/** For each group, the callbacks of its messages that are not shown in full yet. */
const groups = new Map<Element, Map<Element, () => void>>();
/** Messages that have come near, the next one to show last. */
let near: Element[] = [];
let frame: number | undefined;

/** The page is printed in the state it has when this returns. */
function showAll(): void {
  flushSync(() => {
    for (const messages of groups.values()) for (const show of messages.values()) show();
  });
}

/** Shows as many as a frame has time for, but at least one. */
function showSome(): void {
  const endMs = performance.now() + FRAME_SHARE_MS;
  do {
    const message = near.pop();
    const group = message?.parentElement;
    const show = message && group && groups.get(group)?.get(message);
    if (show) flushSync(show);
  } while (near.length > 0 && performance.now() < endMs);
  frame = undefined;
  schedule();
}

function noteNear(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting, boundingClientRect: box, rootBounds } of entries) {
    target.toggleAttribute(NEAR, isIntersecting);
    const messages = [...(groups.get(target)?.keys() ?? [])];
    near = near.filter((message) => message.parentElement !== target);
    if (!isIntersecting || !rootBounds) continue;
    const top = rootBounds.top + MARGIN_PX;
    const bottom = rootBounds.bottom - MARGIN_PX;
    if (box.top >= bottom) near.unshift(...messages.toReversed());
    else if (box.bottom <= top) near.unshift(...messages);
    else near.push(...nearestLast(messages, (top + bottom) / 2));
  }
  schedule();
}

function schedule(): void {
  if (near.length > 0) frame ??= requestAnimationFrame(showSome);
}

function nearestLast(messages: readonly Element[], middlePx: number): Element[] {
  return messages
    .map((message) => {
      const { top, bottom } = message.getBoundingClientRect();
      return { message, distancePx: Math.max(top - middlePx, middlePx - bottom) };
    })
    .toSorted((a, b) => b.distancePx - a.distancePx)
    .map(({ message }) => message);
}

function observerOf(scroller: Element): IntersectionObserver {
  const observer =
    observers.get(scroller) ??
    new IntersectionObserver(noteNear, { root: scroller, rootMargin: `${MARGIN_PX}px 0px` });
  observers.set(scroller, observer);
  return observer;
}

/**
 * Watches groups and sections of them, not messages: a browser checks every observed element in each frame. `data-near`
 * while one is near; it is laid out then, so that nothing that comes into view changes its height. Returns a cleanup
 * function.
 */
export function watchNear(box: Element): () => void {
  const scroller = box.closest('[data-ick-part=messages]');
  if (!scroller) return () => {};
  if (typeof IntersectionObserver !== 'function') return showAtOnce(box);
  const observer = observerOf(scroller);
  observer.observe(box);
  return () => observer.unobserve(box);
}

const A_MESSAGE = '[data-ick-part=message-group] > *';

/**
 * Shows the messages on both sides of the focused one in full, at once: Tab moves to their buttons, and would skip
 * plain text. The first message comes after the list itself.
 */
export function showBesideFocus(list: Element, focused: Element): void {
  const messages = [...list.querySelectorAll(A_MESSAGE)];
  const index = messages.findIndex((message) => message.contains(focused));
  flushSync(() => {
    for (const neighbor of [messages[index - 1], messages[index + 1]]) {
      const itsGroup = neighbor?.parentElement;
      if (neighbor && itsGroup) groups.get(itsGroup)?.get(neighbor)?.();
    }
  });
}

/** In a DOM without layout, such as jsdom's, everything is near. */
function showAtOnce(box: Element): () => void {
  box.toggleAttribute(NEAR, true);
  near.push(...(groups.get(box)?.keys() ?? []));
  schedule();
  return () => box.toggleAttribute(NEAR, false);
}

/** Returns a cleanup function. */
function waitInGroup(message: Element, show: () => void): () => void {
  const group = message.parentElement;
  if (!group) return () => {};
  if (groups.size === 0) window.addEventListener('beforeprint', showAll);
  const messages = groups.get(group) ?? new Map<Element, () => void>();
  groups.set(group, messages.set(message, show));
  if (group.hasAttribute(NEAR)) {
    near.push(message);
    schedule();
  }
  return () => {
    messages.delete(message);
    if (messages.size > 0) return;
    groups.delete(group);
    if (groups.size === 0) window.removeEventListener('beforeprint', showAll);
  };
}

/**
 * Whether a message has come near the viewport, or the page was printed. Once true it stays so. A message that is not
 * far is near from the start.
 */
export function useNearView(message: RefObject<HTMLElement | null>, isFar: boolean): boolean {
  const [isNear, setIsNear] = useState(!isFar);
  useEffect(() => {
    if (isNear || !message.current) return undefined;
    return waitInGroup(message.current, () => setIsNear(true));
  }, [message, isNear]);
  return isNear;
}
