import { readImageInfoFromBytes } from '../formats/read-info-from-bytes.js';
import { KitError } from '../errors.js';
import { isRecord } from '../internal/read-value.js';
import { foreignId } from './answer-chat.js';
import { readKey, readOwner } from './ask-hooks.js';
import { imageTypes } from './check-image.js';
import { badResponse, readUpstreamJson } from './fetch-upstream.js';
import { badBody, pick } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import { readLimitedBytes } from './read-body.js';
import type { FilesSettings } from './route-settings.js';
import { isPlainId, readSignedId, signId } from './sign-id.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { Visit } from './visit.js';

/** Allowance for everything in the form except the image: boundaries, names, small fields. */
export const FORM_BYTES = 65_536;
export const MAX_ANSWER_CHARACTERS = 65_536;

/**
 * Uploads one image. The form is rebuilt from the image's bytes and the fields of the settings: neither its name nor
 * anything else that the client wrote goes upstream.
 *
 * @throws ProxyRefusal
 */
export async function answerUpload(files: FilesSettings, visit: Visit): Promise<UpstreamAnswer> {
  const owner = await readOwner(files, visit);
  const image = await readImage(files, visit);
  const key = await readKey(visit);
  const form = new FormData();
  for (const [name, value] of Object.entries(files.fields)) form.append(name, value);
  form.append('file', image, neutralName(image.type));
  const { upstream: url, secret = key } = files;
  const answer = await readUpstreamJson(
    { url, method: 'POST', body: form, key },
    visit,
    MAX_ANSWER_CHARACTERS,
  );
  if (!('value' in answer)) return answer;
  const { value, headers } = answer;
  if (!isRecord(value) || !isPlainId(value['id'])) throw badResponse(200);
  const id = await signId(value['id'], { secret, owner });
  const body = JSON.stringify({
    ...pick(value, ['object', 'type', 'created_at', 'expires_at']),
    id,
  });
  return { status: 200, headers: { ...headers, 'content-type': 'application/json' }, body };
}

/**
 * Deletes one image whose id this server issued, for the user who uploaded it.
 *
 * @throws ProxyRefusal
 */
export async function answerDeletion(
  signedId: string,
  files: FilesSettings,
  visit: Visit,
): Promise<UpstreamAnswer> {
  const owner = await readOwner(files, visit);
  const key = await readKey(visit);
  const id = await readSignedId(signedId, { secret: files.secret ?? key, owner });
  if (id === undefined) throw foreignId();
  const url = new URL(files.upstream);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
  const answer = await readUpstreamJson(
    { url: url.href, method: 'DELETE', key },
    visit,
    MAX_ANSWER_CHARACTERS,
  );
  if (!('value' in answer)) return answer;
  const body = JSON.stringify({ id: signedId, deleted: true });
  return { status: 200, headers: { ...answer.headers, 'content-type': 'application/json' }, body };
}

/** Returns the only image of the client's form, with the type that its bytes show. */
async function readImage({ maxBytes }: FilesSettings, visit: Visit): Promise<Blob> {
  const { request, settings, place, report } = visit;
  const limits = { maxBodyBytes: maxBytes + FORM_BYTES, settings, place };
  const body = await readLimitedBytes(request, limits);
  report.bodyBytes = body.length;
  report.images = 1;
  const file = await findFile(body, request.headers.get('content-type') ?? '');
  if (file.size > maxBytes) throw badImage('is larger than this server takes');
  return asImage(new Uint8Array(await file.arrayBuffer()));
}

/** Returns the bytes with the type that they show. @throws ProxyRefusal `bad-image` */
export function asImage(bytes: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([bytes], { type: typeOf(bytes) });
}

async function findFile(body: Uint8Array<ArrayBuffer>, type: string): Promise<Blob> {
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) throw badBody('is not a complete form');
  const [file, another] = [...form.values()].filter((value) => typeof value !== 'string');
  if (!file || another) throw badBody('is not a form with one image in it');
  return file;
}

/** @throws ProxyRefusal `bad-image` in words about the file */
function typeOf(bytes: Uint8Array): string {
  let mediaType: string;
  try {
    ({ mediaType } = readImageInfoFromBytes(bytes, { limits: { maxBytes: Infinity } }));
  } catch (error) {
    throw KitError.is(error) ? new ProxyRefusal(400, 'bad-image', error.message) : error;
  }
  if (imageTypes.has(mediaType)) return mediaType;
  throw badImage('is none of PNG, JPEG, WebP, GIF or HEIC');
}

export function badImage(what: string): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'bad-image',
    `The image ${what}. Prepare it again, then send it again.`,
  );
}

/** Returns a name that reveals nothing about the user. */
export function neutralName(mediaType: string): string {
  return `image.${mediaType.slice('image/'.length).replace('jpeg', 'jpg')}`;
}
