import type { WireOptions } from './types.js';

/** Returns the address next to that of the answer, if an endpoint has its own path. */
export function besidePath(options: WireOptions, ownPath: string, count: string): string {
  const [path = '', query] = (options.quirks?.path ?? ownPath).split('?', 2);
  return `${path}/${count}${query === undefined ? '' : `?${query}`}`;
}

/** Returns those fields that an app adds to each request which the count knows: it refuses the others. */
export function pickFields(
  extraBody: WireOptions['extraBody'] = {},
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extraBody).filter(([name]) => names.includes(name)));
}
