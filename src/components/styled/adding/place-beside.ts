const GAP_PX = 6;
const MARGIN_PX = 8;

/** Places an element above its button if there is room, otherwise below, and always inside of the window. */
export function placeBeside(element: HTMLElement, anchor: HTMLElement): void {
  const { width, height } = element.getBoundingClientRect();
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const view = element.ownerDocument.documentElement;
  const isFromRight = getComputedStyle(anchor).direction === 'rtl';
  const above = top - height - GAP_PX;
  const x = isFromRight ? right - width : left;
  const y = above >= MARGIN_PX ? above : bottom + GAP_PX;
  element.style.left = `${clamp(x, view.clientWidth - width)}px`;
  element.style.top = `${clamp(y, view.clientHeight - height)}px`;
}

const clamp = (value: number, room: number): number =>
  Math.max(MARGIN_PX, Math.min(value, room - MARGIN_PX));
