/** Uploads that are announced before the bytes arrive, and processed before they may be used. */
import { isRecord } from '../internal/read-value.js';
import { foreignId } from './answer-chat.js';
import { asImage, MAX_ANSWER_CHARACTERS, neutralName } from './answer-files.js';
import { readKey, readOwner } from './ask-hooks.js';
import { tooLarge } from './check-headers.js';
import { badResponse, readUpstreamJson, type JsonAnswer } from './fetch-upstream.js';
import { pick, type JsonObject } from './json-fields.js';
import { readLimitedBytes } from './read-body.js';
import type { FilesSettings } from './route-settings.js';
import { isPlainId, readSignedId, signId, type Signer } from './sign-id.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { Visit } from './visit.js';

const passedFields = ['mimeType', 'sizeBytes', 'createTime', 'expirationTime', 'state'] as const;
/** Limit of the announcement. It contains the file's name, which is not passed on. */
const ANNOUNCED_BYTES = 65_536;

/**
 * Answers with the address for the bytes of an announced image: the same path below the address at which the page
 * reaches this server. The upstream is asked once they have arrived.
 *
 * @throws ProxyRefusal
 */
export async function answerAnnouncement(
  path: string,
  { maxBytes }: FilesSettings,
  { request, settings, place }: Visit,
): Promise<UpstreamAnswer> {
  const declared = Number(request.headers.get('x-goog-upload-header-content-length') ?? 0);
  if (!(declared <= maxBytes)) throw tooLarge(maxBytes);
  await readLimitedBytes(request, { maxBodyBytes: ANNOUNCED_BYTES, settings, place });
  const headers = {
    'content-type': 'application/json',
    'x-goog-upload-url': path,
    'x-goog-upload-status': 'active',
  };
  return { status: 200, headers, body: '{}' };
}

/**
 * Uploads one image in two steps, under a name chosen by this server.
 *
 * @throws ProxyRefusal
 */
export async function answerSteppedUpload(
  files: FilesSettings,
  visit: Visit,
): Promise<UpstreamAnswer> {
  const { request, settings, place, report } = visit;
  const owner = await readOwner(files, visit);
  const bytes = await readLimitedBytes(request, { maxBodyBytes: files.maxBytes, settings, place });
  report.bodyBytes = bytes.length;
  report.images = 1;
  const image = asImage(bytes);
  const key = await readKey(visit);
  const announced = await readUpstreamJson(
    {
      url: uploadAddress(files),
      method: 'POST',
      key,
      body: JSON.stringify({ file: { display_name: neutralName(image.type) } }),
      headers: {
        'x-goog-upload-protocol': 'resumable',
        'x-goog-upload-command': 'start',
        'x-goog-upload-header-content-length': `${image.size}`,
        'x-goog-upload-header-content-type': image.type,
      },
    },
    visit,
    MAX_ANSWER_CHARACTERS,
  );
  if (!('value' in announced)) return announced;
  const answer = await readUpstreamJson(
    {
      url: bytesAddress(announced, files),
      method: 'POST',
      key,
      body: image,
      headers: { 'x-goog-upload-offset': '0', 'x-goog-upload-command': 'upload, finalize' },
    },
    visit,
    MAX_ANSWER_CHARACTERS,
  );
  if (!('value' in answer)) return answer;
  const file = isRecord(answer.value) ? answer.value['file'] : undefined;
  const signer = { secret: files.secret ?? key, owner };
  return jsonAnswer(answer, { file: await signedFile(file, files, signer) });
}

/**
 * Reports whether an uploaded image is ready, to the user who uploaded it.
 *
 * @throws ProxyRefusal
 */
export async function answerFileState(
  signedId: string,
  files: FilesSettings,
  visit: Visit,
): Promise<UpstreamAnswer> {
  const owner = await readOwner(files, visit);
  const key = await readKey(visit);
  const signer = { secret: files.secret ?? key, owner };
  const id = await readSignedId(signedId, signer);
  if (id === undefined) throw foreignId();
  const url = `${files.upstream}/${encodeURIComponent(id)}`;
  const request = { url, method: 'GET', key } as const;
  const answer = await readUpstreamJson(request, visit, MAX_ANSWER_CHARACTERS);
  if (!('value' in answer)) return answer;
  return jsonAnswer(answer, await signedFile(answer.value, files, signer));
}

/** Returns what a page needs to know about a file, under its signed id. */
async function signedFile(
  file: unknown,
  { upstream }: FilesSettings,
  signer: Signer,
): Promise<JsonObject> {
  const name = isRecord(file) ? file['name'] : undefined;
  const id = typeof name === 'string' ? name.replace(/^files\//, '') : undefined;
  if (!isRecord(file) || !isPlainId(id)) throw badResponse(200);
  const signed = await signId(id, signer);
  const { error } = file as { error?: unknown };
  return {
    name: `files/${signed}`,
    uri: `${upstream}/${signed}`,
    ...pick(file, passedFields),
    ...(isRecord(error) && { error: pick(error, ['code', 'message']) }),
  };
}

function jsonAnswer({ headers }: JsonAnswer, value: JsonObject): UpstreamAnswer {
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

/** Returns the address for uploads, which is next to the version: `/upload/v1beta/files`. */
function uploadAddress({ upstream }: FilesSettings): string {
  const url = new URL(upstream);
  url.pathname = url.pathname.replace(/((?:\/v\d[^/]*)?\/files)$/, '/upload$1');
  return url.href;
}

/** Returns the address that the upstream names for the bytes. The key is sent to no other host. @throws ProxyRefusal */
function bytesAddress({ response }: JsonAnswer, { upstream }: FilesSettings): string {
  const address = response.headers.get('x-goog-upload-url') ?? '';
  if (URL.canParse(address) && new URL(address).origin === new URL(upstream).origin) return address;
  throw badResponse(response.status);
}
