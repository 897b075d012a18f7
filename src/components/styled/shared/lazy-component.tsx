import { type ComponentType, createElement, type FunctionComponent, type ReactNode } from 'react';
import type { KitError } from '../../../errors.js';
import type { LazyModule } from '../../../internal/lazy-module.js';
import { useLazyFailure, useLazyModule } from '../../../react/use-lazy-module.js';

export interface LazyFallbacks {
  /** Rendered until the code has loaded. */
  fallback?: ReactNode;
  /** Replaces the fallback once the code could not be loaded. */
  renderFailure?: (error: KitError) => ReactNode;
}

/** Creates a component whose code loads when it is first rendered. */
export function lazyComponent<Module, Props extends object>(
  module: LazyModule<Module>,
  choose: (loaded: Module) => ComponentType<Props>,
): FunctionComponent<Props & LazyFallbacks> {
  return function LazyComponent({ fallback, renderFailure, ...props }) {
    const loaded = useLazyModule(module);
    const error = useLazyFailure(module);
    if (loaded) return createElement(choose(loaded), props as unknown as Props);
    return error && renderFailure ? renderFailure(error) : fallback;
  };
}
