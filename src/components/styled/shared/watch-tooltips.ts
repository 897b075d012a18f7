import { loadModule } from '../../../internal/lazy-module.js';
import { targetOf } from '../../shared/focused-element.js';

/**
 * Shows what `data-ick-tooltip` of an element says while a pointer is over it, or the focus was moved there by key. A
 * touch shows nothing, nor does what opens under a pointer that rests after its press. Returns a cleanup function.
 */
export function watchTooltips(root: HTMLElement): () => void {
  /** Until the pointer moves. */
  let pressed: { x: number; y: number; target: HTMLElement | null } | undefined;
  const onPress = (event: PointerEvent): void => {
    pressed = { x: event.clientX, y: event.clientY, target: tooltipTarget(event) };
  };
  const onReach = (event: Event): void => {
    const target = tooltipTarget(event);
    if (!target || (event as PointerEvent).pointerType === 'touch') return;
    loadModule(() => import('./tooltip.js')).then(
      // After a press in the meantime, its tooltip would come too late.
      ({ reachTooltip }) =>
        event.type === 'focusin' || !pressed ? reachTooltip(target, event) : undefined,
      // The name of the element says the same.
      () => {},
    );
  };
  const onPointer = (event: PointerEvent): void => {
    // What is dragged, and what it passes, needs no name.
    if (event.buttons > 0) return;
    if (!pressed) {
      if (event.type === 'pointerover') onReach(event);
      return;
    }
    if (pressed.x === event.clientX && pressed.y === event.clientY) return;
    const wasPressed = pressed.target === tooltipTarget(event);
    pressed = undefined;
    if (!wasPressed) onReach(event);
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

function tooltipTarget(event: Event): HTMLElement | null {
  return targetOf(event).closest<HTMLElement>('[data-ick-tooltip]');
}
