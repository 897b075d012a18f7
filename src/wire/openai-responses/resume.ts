import type { WireResume } from '../types.js';
import { encodeId } from '../../internal/encode-id.js';

/** A quotation mark within a string is escaped, so this matches the name of a field only. */
const POSITION = /"sequence_number"\s*:\s*(\d+)/;

const pathOf = (id: string, path = '/responses'): string => `${path}/${encodeId(id)}`;

/** Reads and stops a response that was asked for with `background`. */
export const responsesResume: WireResume = {
  path: (id, { quirks }, after) =>
    `${pathOf(id, quirks?.path)}?stream=true${after === undefined ? '' : `&starting_after=${after}`}`,
  positionOf({ data }) {
    const [, position] = POSITION.exec(data) ?? [];
    return position === undefined ? undefined : Number(position);
  },
  cancelPath: (id, { quirks }) => `${pathOf(id, quirks?.path)}/cancel`,
};
