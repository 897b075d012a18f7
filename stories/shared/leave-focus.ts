/** A frame of Storybook's own is what the reader has chosen to look at, and one of Vitest is all that there is. */
const isChosen = (frame: Element): boolean =>
  frame.id === 'storybook-preview-iframe' || frame.hasAttribute('data-vitest');

/** The frame that this page stands in on a page of documentation. */
function frameAround(): Element | undefined {
  try {
    const frame = window.frameElement;
    return frame && !isChosen(frame) ? frame : undefined;
  } catch {
    // The page around it is of another site.
    return undefined;
  }
}

/**
 * Gives the focus back to the page around a story until its reader enters the story, by pointer or by Tab. A story that loads
 * late and focuses its text would otherwise take the keys, and the scroll position, of whoever reads that page.
 */
export function leaveFocus(): void {
  const frame = frameAround();
  const outside = frame?.ownerDocument;
  if (!frame || !outside) return;
  let isEntered = false;
  let isTabbing = false;
  let reading: Element | null = outside.activeElement === frame ? null : outside.activeElement;
  const listen = { capture: true, passive: true };
  const enter = ({ isTrusted }: Event): void => {
    isEntered ||= isTrusted;
  };
  addEventListener('pointerdown', enter, listen);
  addEventListener('keydown', enter, listen);
  outside.addEventListener('keydown', ({ key }) => (isTabbing = key === 'Tab'), listen);
  outside.addEventListener('keyup', () => (isTabbing = false), listen);
  outside.addEventListener('focusin', ({ target }) => {
    if (target !== frame) reading = target as Element;
  });
  const giveBack = (): void => {
    if (isEntered || outside.activeElement !== frame) return;
    (frame as HTMLElement).blur();
    outside.defaultView?.focus();
    if (reading?.isConnected) (reading as HTMLElement).focus({ preventScroll: true });
  };
  addEventListener('focus', () => {
    isEntered ||= isTabbing;
    // The focus is still on its way.
    setTimeout(giveBack);
  });
  const focus: unknown = Reflect.get(HTMLElement.prototype, 'focus');
  if (typeof focus !== 'function') return;
  HTMLElement.prototype.focus = function focusWithin(options) {
    Reflect.apply(focus, this, [isEntered ? options : { ...options, preventScroll: true }]);
  };
}
