import { type FocusEvent, useContext } from 'react';
import { RegionBoardContext } from './region-board.js';

const NO_KEYS: readonly string[] = [];

/** Returns the handlers of an element that makes regions stand out while it is pointed at or has the focus. */
export function usePointing(keys: readonly string[]) {
  const board = useContext(RegionBoardContext);
  const leave = (): void => board?.point(NO_KEYS);
  return {
    onPointerEnter: () => board?.point(keys),
    onPointerLeave: leave,
    onFocus: ({ currentTarget }: FocusEvent) => {
      if (currentTarget.matches(':focus-visible')) board?.point(keys);
    },
    onBlur: leave,
  };
}
