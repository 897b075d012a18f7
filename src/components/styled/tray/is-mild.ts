import type { PrepareNote } from '../../../pipeline/types.js';

const MILD: ReadonlySet<PrepareNote['code']> = new Set(['first-frame', 'enlarged', 'margin-added']);

/** Whether a note is worth knowing, but nothing is lost that a user would miss. */
export function isMild({ code }: PrepareNote): boolean {
  return MILD.has(code);
}
