/** Pictures in a request: bytes are checked by their form, links by the policy. Nothing is ever fetched. */
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

const DATA_IMAGE = /^data:image\/(?:png|jpeg|jpg|webp|gif|heic|heif);base64,/i;

/** @throws ProxyRefusal `bad-image` or `remote-image` */
export function checkImageAddress(address: unknown, settings: ProxySettings): string {
  if (typeof address !== 'string') throw badImage();
  const head = DATA_IMAGE.exec(address)?.[0];
  if (head !== undefined) {
    if (!isBase64(address, head.length)) throw badImage();
    return address;
  }
  if (/^data:/i.test(address)) throw badImage();
  if (isPassedOn(address, settings)) return address;
  throw new ProxyRefusal(
    400,
    'remote-image',
    'Links to pictures are not passed on by this server. Send the picture itself, as a base64 data URL.',
  );
}

/** Base64 without a `data:` prefix. @throws ProxyRefusal `bad-image` */
export function checkBareImage(data: unknown): string {
  if (typeof data === 'string' && isBase64(data, 0)) return data;
  throw badImage();
}

/** @throws ProxyRefusal `file-id` */
export function checkFileId(id: unknown, { fileIds }: ProxySettings): string {
  if (fileIds === 'pass' && typeof id === 'string' && /^[\w./:-]{1,200}$/.test(id)) return id;
  throw new ProxyRefusal(
    400,
    'file-id',
    'Ids of uploaded files are not passed on by this server. Send the picture itself.',
  );
}

function isBase64(text: string, start: number): boolean {
  const length = text.length - start;
  if (length === 0 || length % 4 !== 0) return false;
  const body = /[A-Za-z0-9+/]*={0,2}/y;
  body.lastIndex = start;
  body.test(text);
  return body.lastIndex === text.length;
}

function isPassedOn(address: string, { remoteImages }: ProxySettings): boolean {
  if (remoteImages === 'refuse' || !URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') {
    return false;
  }
  return remoteImages === 'pass' || (protocol === 'https:' && remoteImages.hosts.includes(host));
}

function badImage(): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'bad-image',
    'A picture in the request is not complete base64 of a PNG, JPEG, WebP or GIF. Prepare it again and send it once more.',
  );
}
