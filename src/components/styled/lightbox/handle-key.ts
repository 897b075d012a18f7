import type { KeyboardEvent } from 'react';
import type { Zoom } from './use-zoom.js';
import { ZOOM_STEP } from './zoom.js';

const PAN_STEP_PX = 64;

export interface LightboxKeys {
  zoom: Zoom;
  turn: (step: number) => void;
  turnTo: (index: number) => void;
  /** Index of the last image. */
  last: number;
  onClose: () => void;
}

/**
 * Handles a key: zooms, closes, and either pans an image that is larger than the window or turns to the next
 * one.
 */
export function handleKey(event: KeyboardEvent<HTMLElement>, keys: LightboxKeys): void {
  const { zoom, turn, turnTo, last, onClose } = keys;
  // Must not propagate: Escape would stop the answer.
  event.stopPropagation();
  if (event.key === 'Escape') {
    event.preventDefault();
    onClose();
    return;
  }
  const isInField = (event.target as Element).matches('input, select, textarea');
  if (isInField || event.ctrlKey || event.metaKey || event.altKey) return;
  const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
  const moveOrTurn = (x: number, y: number): void => {
    if (zoom.isCut) zoom.pan({ x: -x * PAN_STEP_PX, y: -y * PAN_STEP_PX });
    else if (x !== 0) turn(x * forwards);
  };
  const actions: Record<string, () => void> = {
    '+': () => zoom.zoomBy(ZOOM_STEP),
    '=': () => zoom.zoomBy(ZOOM_STEP),
    '-': () => zoom.zoomBy(1 / ZOOM_STEP),
    '0': zoom.toFit,
    '1': zoom.toPixels,
    ArrowRight: () => moveOrTurn(1, 0),
    ArrowLeft: () => moveOrTurn(-1, 0),
    ArrowDown: () => moveOrTurn(0, 1),
    ArrowUp: () => moveOrTurn(0, -1),
    Home: () => turnTo(0),
    End: () => turnTo(last),
  };
  const act = actions[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
