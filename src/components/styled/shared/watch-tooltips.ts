import { loadModule } from '../../../internal/lazy-module.js';
import { targetOf } from '../../shared/focused-element.js';

/**
 * Shows what `data-ick-tooltip` of an element says while a pointer is over it, or the focus was moved there by key. A
 * touch shows nothing, nor does what opens under a pointer that rests after its press. Returns a cleanup function.
 */
export function watchTooltips(root: HTMLElement): () => void {
  /** Until the pointer moves. */
  let pressed: PointerEvent | undefined;
  const onPress = (event: PointerEvent): void => {
    pressed = event;
  };
  const onPointer = (event: PointerEvent): void => {
    if (pressed?.clientX === event.clientX && pressed.clientY === event.clientY) return;
    if (pressed || event.type === 'pointerover') onReach(event);
    pressed = undefined;
  };
  root.addEventListener('pointerdown', onPress, true);
  root.addEventListener('pointerover', onPointer);
  root.addEventListener('pointermove', onPointer);
  root.addEventListener('focusin', onReach);
  return () => {
    root.removeEventListener('pointerdown', onPress, true);
    root.removeEventListener('pointerover', onPointer);
    root.removeEventListener('pointermove', onPointer);
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
