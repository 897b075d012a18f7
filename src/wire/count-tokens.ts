import type { WireOptions } from './types.js';

/** The address beside that of the answer, where an endpoint has a path of its own. */
export function besidePath(options: WireOptions, ownPath: string, count: string): string {
  const [path = '', query] = (options.quirks?.path ?? ownPath).split('?', 2);
  return `${path}/${count}${query === undefined ? '' : `?${query}`}`;
}

/** Of what an app adds to each request, the fields that the count knows: it refuses the others. */
export function pickFields(
  extraBody: WireOptions['extraBody'] = {},
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extraBody).filter(([name]) => names.includes(name)));
}
