import { type Context, createContext, useContext } from 'react';
import { KitError } from '../../../errors.js';

/** Creates a context whose parts name the missing parent when they are used outside of it. */
export function createPartContext<Value>(
  parent: string,
): [Context<Value | undefined>, (part: string) => Value] {
  const PartContext = createContext<Value | undefined>(undefined);
  PartContext.displayName = parent;
  const usePartContext = (part: string): Value => {
    const value = useContext(PartContext);
    if (value === undefined) {
      throw new KitError('missing-parent', {
        message: `<${part}> stands outside of <${parent}>, so it has nothing to work on. Put it inside a <${parent}>.`,
      });
    }
    return value;
  };
  return [PartContext, usePartContext];
}
