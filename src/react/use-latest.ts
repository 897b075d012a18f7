import { useInsertionEffect, useRef, type RefObject } from 'react';

/**
 * Returns a ref to the value of the last render, for callbacks that should not change with it. Never read it while
 * rendering.
 */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  // Set before any other effect runs; unlike a layout effect it logs no warning when rendered on a server.
  useInsertionEffect(() => {
    ref.current = value;
  });
  return ref;
}
