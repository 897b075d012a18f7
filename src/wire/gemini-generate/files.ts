import { toJson } from '../../internal/json-blob.js';
import { asRecord, asText } from '../../internal/read-value.js';
import type { WireFiles } from '../types.js';
import { encodeId } from '../../internal/encode-id.js';

/** An upload is announced, then sent to a separate address. Files are kept for 48 hours. */
export const geminiFiles: WireFiles = {
  start({ bytes, name }, baseUrl) {
    const facts = `{"file":{"display_name":${toJson(name)}}}`;
    return {
      path: uploadAddress(baseUrl),
      headers: {
        'content-type': 'application/json',
        'x-goog-upload-protocol': 'resumable',
        'x-goog-upload-command': 'start',
        'x-goog-upload-header-content-length': `${bytes.size}`,
        'x-goog-upload-header-content-type': bytes.type,
      },
      body: new Blob([facts]),
    };
  },
  follow({ headers }, { bytes }) {
    const url = headers.get('x-goog-upload-url');
    if (url === null) return undefined;
    return {
      path: url,
      headers: { 'x-goog-upload-offset': '0', 'x-goog-upload-command': 'upload, finalize' },
      body: bytes,
    };
  },
  read(answer) {
    const file = fileOf(answer);
    const fileId = asText(file?.['uri']);
    const expiresAtMs = Date.parse(asText(file?.['expirationTime']));
    if (fileId === '' || file?.['state'] === 'FAILED') return undefined;
    return {
      fileId,
      ...(Number.isFinite(expiresAtMs) && { expiresAtMs }),
      ...(file?.['state'] === 'PROCESSING' && { isPending: true }),
    };
  },
  readFailure(answer) {
    const file = fileOf(answer);
    return file?.['state'] === 'FAILED' ? asText(asRecord(file['error'])?.['message']) : undefined;
  },
  state: fileAddress,
  remove: fileAddress,
};

/** An upload is answered with the file inside an object, a query for its state with the file itself. */
function fileOf(answer: unknown): Record<string, unknown> | undefined {
  const record = asRecord(answer);
  return asRecord(record?.['file']) ?? record;
}

/** Messages name a file by its whole address; it is queried and deleted below the base URL, wherever that leads. */
function fileAddress(fileId: string): { path: string; headers: Readonly<Record<string, string>> } {
  const id = encodeId(fileId.split('/').at(-1) ?? '');
  return { path: `/v1beta/files/${id}`, headers: {} };
}

/**
 * Returns the address for uploads, which is next to the version: `/upload/v1beta/files`. For an app's own address it is
 * below it.
 */
function uploadAddress(baseUrl: string): string {
  if (!URL.canParse(baseUrl)) return '/upload/v1beta/files';
  const root = baseUrl.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const version = /\/v\d[^/]*$/.exec(root)?.[0] ?? '';
  return `${root.slice(0, root.length - version.length)}/upload${version || '/v1beta'}/files`;
}
