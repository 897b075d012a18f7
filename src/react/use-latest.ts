import { useInsertionEffect, useRef, type RefObject } from 'react';

/** The value of the last render, for callbacks that should not change with it. Never read while rendering. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  // Set before any other effect runs; unlike a layout effect it says nothing while rendering on a server.
  useInsertionEffect(() => {
    ref.current = value;
  });
  return ref;
}
