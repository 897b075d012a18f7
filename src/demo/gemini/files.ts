/** Gemini's Files API: an upload is announced, then sent to a separate URL, in one piece or several. */
import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { createId, nowSeconds } from '../core/ids.js';
import { isObject, textOf } from '../core/json.js';
import { readJsonObject } from '../core/read-body.js';
import { Refusal } from '../core/refusal.js';
import type { StoredFile } from '../core/store.js';
import { invalidArgument } from './gemini-errors.js';

const KEPT_HOURS = 48;

/** `POST /upload/v1beta/files`, for both halves of an upload. */
export async function uploadGeminiFile(context: DemoContext): Promise<Response> {
  const command = context.request.headers.get('x-goog-upload-command') ?? '';
  const uploadId = context.url.searchParams.get('upload_id');
  if (uploadId !== null) return receivePiece(context, uploadId, command);
  if (command !== 'start') throw invalidArgument('Upload command must be start.');
  return announce(context);
}

async function announce({ request, url, store }: DemoContext): Promise<Response> {
  const body = await readJsonObject(request);
  const file = isObject(body?.['file']) ? body['file'] : {};
  const id = createId('', 20);
  store.uploads.set(id, {
    name: textOf(file['displayName']) ?? textOf(file['display_name']) ?? '',
    mediaType:
      request.headers.get('x-goog-upload-header-content-type') ?? 'application/octet-stream',
    pieces: [],
  });
  const target = new URL(url.pathname, url.origin);
  target.searchParams.set('upload_id', id);
  return new Response(null, {
    headers: { 'x-goog-upload-url': target.href, 'x-goog-upload-status': 'active' },
  });
}

async function receivePiece(
  { request, url, store }: DemoContext,
  uploadId: string,
  command: string,
): Promise<Response> {
  const upload = store.uploads.get(uploadId);
  if (!upload) throw new Refusal({ status: 404, message: 'Upload not found.' });
  upload.pieces.push(new Uint8Array(await request.arrayBuffer()));
  if (!command.includes('finalize')) {
    return new Response(null, { headers: { 'x-goog-upload-status': 'active' } });
  }
  store.uploads.delete(uploadId);
  const whole = new Blob(upload.pieces);
  const stored: StoredFile = {
    id: `files/${createId('', 12)}`,
    name: upload.name,
    mediaType: upload.mediaType,
    purpose: 'gemini',
    bytes: new Uint8Array(await whole.arrayBuffer()),
    createdAtS: nowSeconds(),
  };
  store.files.set(stored.id, stored);
  return json({ file: fileInfo(stored, url) }, { headers: { 'x-goog-upload-status': 'final' } });
}

export async function listGeminiFiles({ store, url }: DemoContext): Promise<Response> {
  const files = [...store.files.values()].filter(({ id }) => id.startsWith('files/'));
  return json({ files: files.map((file) => fileInfo(file, url)) });
}

export async function retrieveGeminiFile(context: DemoContext): Promise<Response> {
  return json(fileInfo(requireFile(context), context.url));
}

export async function deleteGeminiFile(context: DemoContext): Promise<Response> {
  context.store.files.delete(requireFile(context).id);
  return json({});
}

function requireFile({ store, params }: DemoContext): StoredFile {
  const id = params['id'] ?? '';
  const file = store.files.get(`files/${id}`);
  if (file) return file;
  throw new Refusal({
    status: 403,
    message: `You do not have permission to access the File ${id} or it may not exist.`,
  });
}

function fileInfo(file: StoredFile, { origin }: URL): unknown {
  const createTime = new Date(file.createdAtS * 1000);
  const expirationTime = new Date(createTime.getTime() + KEPT_HOURS * 3_600_000);
  return {
    name: file.id,
    displayName: file.name,
    mimeType: file.mediaType,
    sizeBytes: String(file.bytes.length),
    createTime: createTime.toISOString(),
    updateTime: createTime.toISOString(),
    expirationTime: expirationTime.toISOString(),
    uri: `${origin}/v1beta/${file.id}`,
    state: 'ACTIVE',
    source: 'UPLOADED',
  };
}
