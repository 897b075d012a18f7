/** OpenAI's Files API: files uploaded here can be referred to in later requests. */
import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { createId, nowSeconds } from '../core/ids.js';
import { Refusal } from '../core/refusal.js';
import type { StoredFile } from '../core/store.js';
import { badRequest, missing, requireOneOf } from './openai-errors.js';

const purposes = ['assistants', 'batch', 'fine-tune', 'vision', 'user_data', 'evals'] as const;
const MAX_BYTES = 512 * 1024 * 1024;

/** `POST /v1/files`, multipart. */
export async function uploadFile({ request, store }: DemoContext): Promise<Response> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw badRequest('Could not parse multipart form');
  const purpose = requireOneOf(form.get('purpose') ?? undefined, purposes, 'purpose');
  const file = form.get('file');
  if (file === null || typeof file === 'string') throw missing('file');
  if (file.size === 0) throw badRequest('File is empty.', 'file', 'empty_file');
  if (file.size > MAX_BYTES) throw badRequest('File is too large.', 'file');
  const stored: StoredFile = {
    id: createId('file-', 22),
    name: file.name,
    mediaType: file.type,
    purpose,
    bytes: new Uint8Array(await file.arrayBuffer()),
    createdAtS: nowSeconds(),
  };
  store.files.set(stored.id, stored);
  return json(fileObject(stored));
}

/** `GET /v1/files`, newest first. */
export async function listFiles({ store, url }: DemoContext): Promise<Response> {
  const purpose = url.searchParams.get('purpose');
  const files = [...store.files.values()]
    .filter((file) => file.id.startsWith('file-') && (!purpose || file.purpose === purpose))
    .toReversed();
  return json({
    object: 'list',
    data: files.map(fileObject),
    has_more: false,
    first_id: files[0]?.id ?? null,
    last_id: files.at(-1)?.id ?? null,
  });
}

export async function retrieveFile(context: DemoContext): Promise<Response> {
  return json(fileObject(requireFile(context)));
}

export async function fileContent(context: DemoContext): Promise<Response> {
  const file = requireFile(context);
  return new Response(file.bytes, {
    headers: { 'content-type': file.mediaType || 'application/octet-stream' },
  });
}

export async function deleteFile(context: DemoContext): Promise<Response> {
  const { id } = requireFile(context);
  context.store.files.delete(id);
  return json({ id, object: 'file', deleted: true });
}

function fileObject(file: StoredFile): unknown {
  return {
    id: file.id,
    object: 'file',
    bytes: file.bytes.length,
    created_at: file.createdAtS,
    filename: file.name,
    purpose: file.purpose,
    status: 'processed',
    status_details: null,
    expires_at: null,
  };
}

function requireFile({ store, params }: DemoContext): StoredFile {
  const id = params['id'] ?? '';
  const file = store.files.get(id);
  if (file) return file;
  throw new Refusal({
    status: 404,
    type: 'invalid_request_error',
    param: 'id',
    message: `No such File object: ${id}`,
  });
}
