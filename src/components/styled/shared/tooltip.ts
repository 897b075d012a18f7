import { createId } from '../../../internal/create-id.js';

const DELAY_MS = 400;
/** After one tooltip the next one appears at once for this long. */
const WARM_MS = 500;
const GAP_PX = 6;
const MARGIN_PX = 8;

interface Reached {
  target: HTMLElement;
  /** `undefined` before it is shown, and after it was dismissed. */
  tooltip?: HTMLElement | undefined;
  end: () => void;
}

let reached: Reached | undefined;
let closedAtMs = Number.NEGATIVE_INFINITY;

/** Shows the tooltip of an element that the focus or a pointer has reached, until either leaves it. */
export function reachTooltip(target: HTMLElement, event: Event): void {
  const isFocus = event.type === 'focusin';
  if (reached?.target === target || !target.isConnected) return;
  if (
    isFocus
      ? !target.matches(':focus-visible, :has(:focus-visible)')
      : isOver(event, reached?.tooltip)
  )
    return;
  reached?.end();

  const page = target.ownerDocument;
  const listening = new AbortController();
  const now: Reached = {
    target,
    end() {
      dismiss();
      listening.abort();
      if (reached === now) reached = undefined;
    },
  };
  reached = now;
  const show = (): void => {
    // What the element has opened says more than its tooltip, which would lie on it.
    const isOpen = target.getAttribute('aria-expanded') === 'true';
    if (target.isConnected && !isOpen) now.tooltip = render(target, isFocus);
  };
  const dismiss = (): void => {
    clearTimeout(timer);
    if (!now.tooltip) return;
    now.tooltip.remove();
    if (target.getAttribute('aria-describedby') === now.tooltip.id) {
      target.removeAttribute('aria-describedby');
    }
    now.tooltip = undefined;
    closedAtMs = performance.now();
  };
  const isWarm = performance.now() - closedAtMs < WARM_MS;
  const timer = isFocus ? undefined : setTimeout(show, isWarm ? 0 : DELAY_MS);
  if (isFocus) show();

  const on = (type: string, listener: (event: Event) => void): void =>
    page.addEventListener(type, listener, { capture: true, signal: listening.signal });
  // Once dismissed it stays away until the element is reached again.
  for (const type of ['pointerdown', 'click', 'scroll', 'wheel', 'dragenter']) on(type, dismiss);
  on('keydown', ({ key }: Event & { key?: string }) => {
    if (key === 'Escape') dismiss();
  });
  if (isFocus) {
    on('focusout', now.end);
    return;
  }
  on('pointermove', (moved) => {
    if (!isOver(moved, target) && !isOver(moved, now.tooltip)) now.end();
  });
  page.documentElement.addEventListener('pointerleave', now.end, { signal: listening.signal });
}

/** Whether a pointer is over an element, or in the gap between a tooltip and what it belongs to. */
function isOver(event: Event, element: HTMLElement | undefined): boolean {
  if (!element?.isConnected) return false;
  const { clientX: x, clientY: y } = event as PointerEvent;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top - GAP_PX && y <= bottom + GAP_PX;
}

function render(target: HTMLElement, isFocus: boolean): HTMLElement | undefined {
  const { ickTooltip: text, ickKeys: keys } = target.dataset;
  const parent = target.closest('[data-ick-theme]') ?? target.closest('[data-ick]');
  if (!text || !parent) return undefined;
  const tooltip = target.ownerDocument.createElement('div');
  tooltip.id = createId();
  tooltip.setAttribute('role', 'tooltip');
  tooltip.setAttribute('popover', 'manual');
  tooltip.dataset['ickPart'] = 'tooltip';
  // A pointer reaches what is below, and the tooltip stays nevertheless: its area is measured.
  tooltip.className =
    'ik:pointer-events-none ik:fixed ik:inset-auto ik:z-50 ik:m-0 ik:w-max ik:max-w-[min(20rem,calc(100dvw-16px))] ik:rounded-sm ik:border-0 ik:bg-ink ik:px-2 ik:py-1 ik:text-start ik:text-xs ik:leading-4 ik:font-medium ik:wrap-anywhere ik:text-paper ik:shadow-card ik:forced-colors:border';
  tooltip.append(text);
  if (keys !== undefined) {
    const kbd = target.ownerDocument.createElement('kbd');
    kbd.className = 'ik:ms-2 ik:font-[inherit] ik:opacity-65';
    kbd.append(keys);
    tooltip.append(kbd);
  }
  parent.append(tooltip);
  // On top, and not clipped by anything around it.
  if (typeof tooltip.showPopover === 'function') tooltip.showPopover();
  place(tooltip, target);
  const isMore = text !== target.getAttribute('aria-label') && text !== target.textContent;
  if (isFocus && isMore && !target.hasAttribute('aria-describedby')) {
    target.setAttribute('aria-describedby', tooltip.id);
  }
  return tooltip;
}

/**
 * Above the element if there is room, otherwise below, and always inside of the window; the other way round below what
 * is being written. In a marked area, whose controls belong together, above or below all of it: no tooltip covers them.
 */
function place(tooltip: HTMLElement, target: HTMLElement): void {
  const { width, height } = tooltip.getBoundingClientRect();
  const { left, right } = target.getBoundingClientRect();
  const area = target.closest('[data-ick-tooltip-area]') ?? target;
  const { top, bottom } = area.getBoundingClientRect();
  const view = target.ownerDocument.documentElement;
  const x = Math.min((left + right - width) / 2, view.clientWidth - width - MARGIN_PX);
  const above = top - height - GAP_PX;
  const below = bottom + GAP_PX;
  const hasRoomBelow = below + height <= view.clientHeight - GAP_PX;
  const isBelow = above < MARGIN_PX || (hasRoomBelow && target.closest('[data-ick-tooltip-below]'));
  const y = isBelow ? below : above;
  tooltip.style.left = `${Math.max(MARGIN_PX, x)}px`;
  tooltip.style.top = `${Math.max(MARGIN_PX, Math.min(y, view.clientHeight - height - MARGIN_PX))}px`;
}
