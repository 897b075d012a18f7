import { asRecord, asText } from '../../internal/read-value.js';
import type { WireFiles } from '../types.js';
import { anthropicHeaders } from './headers.js';
import { encodeId } from '../../internal/encode-id.js';

/** `POST /v1/files`. Files stay until they are deleted. */
export const anthropicFiles: WireFiles = {
  start({ bytes, name }) {
    const body = new FormData();
    body.append('file', bytes, name);
    return { path: '/v1/files', headers: anthropicHeaders, body };
  },
  read(answer) {
    const fileId = asText(asRecord(answer)?.['id']);
    return fileId === '' ? undefined : { fileId };
  },
  remove: (fileId) => ({
    path: `/v1/files/${encodeId(fileId)}`,
    headers: anthropicHeaders,
  }),
};
