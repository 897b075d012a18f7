/** Anthropic's Files API. Files uploaded here cannot be downloaded, only referred to. */
import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { createId, nowSeconds } from '../core/ids.js';
import { Refusal } from '../core/refusal.js';
import type { StoredFile } from '../core/store.js';
import { invalid, notFound } from './anthropic-errors.js';

const MAX_BYTES = 500 * 1024 * 1024;

export async function uploadAnthropicFile({ request, store }: DemoContext): Promise<Response> {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  if (!file || typeof file === 'string') throw invalid('file', 'Field required');
  if (file.size > MAX_BYTES) {
    throw new Refusal({ status: 413, message: 'Request exceeds the maximum size' });
  }
  const stored: StoredFile = {
    id: createId('file_01', 22),
    name: file.name,
    mediaType: file.type || 'application/octet-stream',
    purpose: 'messages',
    bytes: new Uint8Array(await file.arrayBuffer()),
    createdAtS: nowSeconds(),
  };
  store.files.set(stored.id, stored);
  return json(fileMetadata(stored));
}

export async function listAnthropicFiles({ store }: DemoContext): Promise<Response> {
  const files = [...store.files.values()].filter(({ id }) => id.startsWith('file_')).toReversed();
  return json({
    data: files.map(fileMetadata),
    has_more: false,
    next_page: null,
    first_id: files[0]?.id ?? null,
    last_id: files.at(-1)?.id ?? null,
  });
}

export async function retrieveAnthropicFile(context: DemoContext): Promise<Response> {
  return json(fileMetadata(requireFile(context)));
}

export async function anthropicFileContent(context: DemoContext): Promise<Response> {
  requireFile(context);
  throw invalid('', 'File is not downloadable', { error_code: 'file_not_downloadable' });
}

export async function deleteAnthropicFile(context: DemoContext): Promise<Response> {
  const { id } = requireFile(context);
  context.store.files.delete(id);
  return json({ id, type: 'file_deleted' });
}

function requireFile({ store, params }: DemoContext): StoredFile {
  const id = params['id'] ?? '';
  const file = store.files.get(id);
  if (!file) throw notFound(`File not found: ${id}`);
  return file;
}

function fileMetadata(file: StoredFile): unknown {
  return {
    id: file.id,
    type: 'file',
    filename: file.name,
    mime_type: file.mediaType,
    size_bytes: file.bytes.length,
    created_at: new Date(file.createdAtS * 1000).toISOString(),
    downloadable: false,
    expires_at: null,
  };
}
