import { type ComponentType, createElement, type FunctionComponent, type ReactNode } from 'react';
import { createLazyPart } from '../internal/lazy-part.js';
import { useLazyPart } from '../react/index.js';

/** Long enough for the first paint and what follows it, where the browser does not tell when it is idle. */
const IDLE_AFTER_MS = 500;

export interface LazyComponent<Props> {
  /** Until the code is there: the fallback, or nothing. */
  Component: FunctionComponent<Props & { fallback?: ReactNode }>;
  /** Loads the code once the page has nothing else to do. Returns its own undo. */
  preloadWhenIdle: () => () => void;
  /** What fails is tried again when it is shown. */
  preload: () => void;
}

/** A component that is not needed at the first paint. */
export function createLazyComponent<Props extends object>(
  importComponent: () => Promise<ComponentType<Props>>,
): LazyComponent<Props> {
  const part = createLazyPart(importComponent);
  const preload = (): void => void part.load().catch(() => {});

  function Component({ fallback, ...props }: Props & { fallback?: ReactNode }): ReactNode {
    const Loaded = useLazyPart(part);
    return Loaded ? createElement(Loaded, props as unknown as Props) : fallback;
  }

  return {
    Component,
    preload,
    preloadWhenIdle() {
      // Safari has no such callback.
      if (typeof requestIdleCallback !== 'function') {
        const timer = setTimeout(preload, IDLE_AFTER_MS);
        return () => clearTimeout(timer);
      }
      const handle = requestIdleCallback(preload);
      return () => cancelIdleCallback(handle);
    },
  };
}
