import { loadModule } from '../../../internal/lazy-module.js';
import { targetOf } from '../../shared/focused-element.js';

/**
 * Shows what `data-ick-tooltip` of an element says while a pointer is over it, or the focus was moved there by key. A
 * touch shows nothing. Returns a cleanup function.
 */
export function watchTooltips(root: HTMLElement): () => void {
  root.addEventListener('pointerover', onReach);
  root.addEventListener('focusin', onReach);
  return () => {
    root.removeEventListener('pointerover', onReach);
    root.removeEventListener('focusin', onReach);
  };
}

function onReach(event: Event): void {
  const target = targetOf(event).closest<HTMLElement>('[data-ick-tooltip]');
  if (!target || (event as PointerEvent).pointerType === 'touch') return;
  loadModule(() => import('./tooltip.js')).then(
    ({ reachTooltip }) => reachTooltip(target, event),
    // The name of the element says the same.
    () => {},
  );
}
