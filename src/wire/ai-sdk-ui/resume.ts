import type { WireResume } from '../types.js';
import { encodeId } from '../../internal/encode-id.js';

/** The address that `useChat` reads with `resume: true`, of a route that keeps its streams. */
export const aiSdkUiResume: WireResume = {
  path: (id, { quirks }) => `${quirks?.path ?? ''}/${encodeId(id)}/stream`,
};
