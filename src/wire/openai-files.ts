import { asCount, asRecord, asText } from '../internal/read-value.js';
import type { WireFiles } from './types.js';

/** `POST /files` with the purpose required for images in messages. */
export const openaiFiles: WireFiles = {
  start({ bytes, name }) {
    const body = new FormData();
    body.append('purpose', 'vision');
    body.append('file', bytes, name);
    return { path: '/files', headers: {}, body };
  },
  read(answer) {
    const { id, expires_at: expiresAt } = asRecord(answer) ?? {};
    const expiresAtS = asCount(expiresAt);
    if (asText(id) === '') return undefined;
    return {
      fileId: asText(id),
      ...(expiresAtS !== undefined && { expiresAtMs: expiresAtS * 1000 }),
    };
  },
  remove: (fileId) => ({ path: `/files/${encodeURIComponent(fileId)}`, headers: {} }),
};
