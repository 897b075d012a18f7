/** Checks the images of a request: bytes by their format, links by the policy. Nothing is ever fetched. */
import { commonFormats } from '../formats/common-formats.js';
import { rareFormats } from '../formats/rare-formats.js';
import { recogniseOther } from '../formats/recognise-other.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

/** Image types that models accept, as a request may write them. */
export const imageTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/jpg',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
]);

const DATA_URL = /^data:([\w/+.-]{1,40});base64,/i;

/** @throws ProxyRefusal `bad-image` or `remote-image` */
export function checkImageAddress(address: unknown, settings: ProxySettings): string {
  if (typeof address !== 'string') throw badImage();
  if (/^data:/i.test(address)) {
    const [head = '', type = ''] = DATA_URL.exec(address) ?? [];
    checkData(address, head.length, type);
    return address;
  }
  if (isPassedOn(address, settings)) return address;
  throw new ProxyRefusal(
    400,
    'remote-image',
    'Links to images are not passed on by this server. Send the image itself, as a base64 data URL.',
  );
}

/** Checks Base64 without a `data:` prefix, and its declared type, if any. @throws ProxyRefusal `bad-image` */
export function checkBareImage(data: unknown, type?: unknown): string {
  if (typeof data !== 'string') throw badImage();
  checkData(data, 0, type);
  return data;
}

function checkData(text: string, start: number, type: unknown): void {
  if (type !== undefined && !isImageType(type)) throw badImage();
  if (!isBase64(text, start)) throw badImage();
  const found = recognise(text, start);
  if (found === undefined || (isImageType(found) && (type === undefined || isSame(found, type)))) {
    return;
  }
  throw badImage();
}

function isImageType(type: unknown): type is string {
  return typeof type === 'string' && imageTypes.has(type.toLowerCase());
}

/** Whether two types are the same format. A format may have two names. */
function isSame(first: string, second: string): boolean {
  return plainType(first) === plainType(second);
}

function plainType(type: string): string {
  return type.toLowerCase().replace('/jpg', '/jpeg').replace('/heif', '/heic');
}

/** Enough for every signature, and a multiple of four. */
const HEAD_CHARACTERS = 1368;
/** Fewer bytes are never an image, and too few to recognise one. */
const MIN_BYTES = 12;

/**
 * Returns the media type that the first bytes show, some other string if they are not an image, and `undefined` if they
 * show nothing.
 */
function recognise(text: string, start: number): string | undefined {
  const head = decodeBase64(text.slice(start, start + HEAD_CHARACTERS));
  if (head.length < MIN_BYTES) return undefined;
  const format = [...commonFormats, ...rareFormats].find(({ matches }) => matches(head));
  return format?.mediaType ?? recogniseOther(head)?.format;
}

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
}

/** @throws ProxyRefusal `file-id` */
export function checkFileId(id: unknown, { fileIds }: ProxySettings): string {
  if (fileIds !== 'refuse' && typeof id === 'string' && /^[\w./:-]{1,240}$/.test(id)) return id;
  throw new ProxyRefusal(
    400,
    'file-id',
    fileIds === 'refuse'
      ? 'Ids of uploaded images are not passed on by this server. Send the image itself.'
      : 'The id of an uploaded image is not valid. Upload the image again.',
  );
}

export function isBase64(text: string, start: number): boolean {
  const length = text.length - start;
  if (length === 0 || length % 4 !== 0) return false;
  const body = /[A-Za-z0-9+/]*={0,2}/y;
  body.lastIndex = start;
  body.test(text);
  return body.lastIndex === text.length;
}

export function isPassedOn(address: string, { remoteImages }: ProxySettings): boolean {
  if (remoteImages === 'refuse' || !URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') {
    return false;
  }
  return remoteImages === 'pass' || (protocol === 'https:' && remoteImages.hosts.includes(host));
}

export function badImage(): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'bad-image',
    'An image in the request is not complete base64 of a PNG, JPEG, WebP or GIF, or is not what it is labelled as. Prepare it again, then send it again.',
  );
}
