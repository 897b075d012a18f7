import { asCount, asRecord, asText } from '../internal/read-value.js';
import type { WireFiles } from './types.js';
import { encodeId } from '../internal/encode-id.js';

/** `POST /files` with the purpose required for images in messages. */
export const openaiFiles: WireFiles = {
  start({ bytes, name }) {
    const body = new FormData();
    body.append('purpose', 'vision');
    body.append('file', bytes, name);
    return { path: '/files', headers: {}, body };
  },
  read(answer) {
    const given = asRecord(answer);
    // Compatible servers wrap the file, name its id differently, or count their files.
    const file = asRecord(given?.['data']) ?? asRecord(given?.['file']) ?? given;
    const { id, file_id: named, expires_at: expiresAt } = file ?? {};
    const fileId = asText(id) || asText(named) || String(asCount(id) ?? '');
    const expiresAtS = asCount(expiresAt);
    if (fileId === '') return undefined;
    return {
      fileId,
      ...(expiresAtS !== undefined && { expiresAtMs: expiresAtS * 1000 }),
    };
  },
  remove: (fileId) => ({ path: `/files/${encodeId(fileId)}`, headers: {} }),
};
