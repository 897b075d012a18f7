import { observeSize } from '../../shared/observe-size.js';

const AT_END_PX = 32;

/**
 * Keeps the end of a growing list in view, but only while the reader is there: scrolling up releases it, and returning
 * to the end follows again.
 */
export interface EndFollower {
  setScroller: (element: HTMLElement | null) => void;
  setContent: (element: HTMLElement | null) => void;
  onScroll: () => void;
  onWheel: (event: { deltaY: number }) => void;
  scrollToEnd: () => void;
}

export function createEndFollower(onHold: (isHeld: boolean) => void): EndFollower {
  let scroller: HTMLElement | null = null;
  let content: HTMLElement | null = null;
  let unobserve: (() => void) | undefined;
  let isHeld = true;
  let lastTopPx = 0;
  /** The furthest the list could scroll when its end was last brought into view. */
  let lastEndPx = 0;

  const hold = (held: boolean): void => {
    if (held !== isHeld) onHold(held);
    isHeld = held;
  };

  const follow = (): void => {
    if (!scroller || !isHeld) return;
    scroller.scrollTop = scroller.scrollHeight;
    lastTopPx = scroller.scrollTop;
    lastEndPx = scroller.scrollHeight - scroller.clientHeight;
  };

  const observe = (): void => {
    unobserve?.();
    unobserve = scroller
      ? observeSize(content ? [scroller, content] : [scroller], follow)
      : undefined;
  };

  return {
    setScroller(element) {
      scroller = element;
      observe();
    },
    setContent(element) {
      content = element;
      observe();
    },
    onScroll() {
      if (!scroller) return;
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const isUpwards = scrollTop < lastTopPx;
      const endPx = scrollHeight - clientHeight;
      lastTopPx = scrollTop;
      if (endPx - scrollTop <= AT_END_PX) hold(true);
      // A list that shrank for a moment was scrolled up by the browser, not by the reader.
      else if (isUpwards && endPx === lastEndPx) hold(false);
    },
    // The wheel event comes before its scrolling, which the next line of an answer would otherwise undo.
    onWheel({ deltaY }) {
      if (scroller && deltaY < 0 && scroller.scrollHeight > scroller.clientHeight) hold(false);
    },
    scrollToEnd() {
      hold(true);
      follow();
    },
  };
}
