import type { WireResume } from '../types.js';

/** The address that `useChat` reads with `resume: true`, of a route that keeps its streams. */
export const aiSdkUiResume: WireResume = {
  path: (id, { quirks }) => `${quirks?.path ?? ''}/${encodeURIComponent(id)}/stream`,
};
