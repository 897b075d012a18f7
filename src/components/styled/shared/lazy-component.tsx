import { type ComponentType, createElement, type FunctionComponent, type ReactNode } from 'react';
import type { KitError } from '../../../errors.js';
import { createLazyPart } from '../../../internal/lazy-part.js';
import { useLazyFailure, useLazyPart } from '../../../react/use-lazy-part.js';

/** Long enough for the first paint and what follows it, where the browser does not tell when it is idle. */
const IDLE_AFTER_MS = 500;

interface Fallbacks {
  fallback?: ReactNode;
  /** Renders in place of the fallback once the code could not be loaded. */
  renderFailure?: (error: KitError) => ReactNode;
}

export interface LazyComponent<Props> {
  /** Until the code is there: the fallback, or nothing. */
  Component: FunctionComponent<Props & Fallbacks>;
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

  function Component({ fallback, renderFailure, ...props }: Props & Fallbacks): ReactNode {
    const Loaded = useLazyPart(part);
    const error = useLazyFailure(part);
    if (Loaded) return createElement(Loaded, props as unknown as Props);
    return error && renderFailure ? renderFailure(error) : fallback;
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
