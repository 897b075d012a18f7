import type { Found } from './found.js';
import { readHtml } from './html-images.js';
import { unreadable } from './rejections.js';
import { takeFolder } from './take-folder.js';

/** Endings of addresses that lead to a picture. */
const PICTURE_ADDRESS = /\.(?:jpe?g|jfif|png|webp|gif|bmp|avif|heic|heif|svg)$/i;

/**
 * What a drop holds. All of it is taken at once: browsers empty the event as soon as its handler has returned, so only what
 * has been taken by then can be waited for.
 */
export function readTransfer(transfer: DataTransfer): Promise<Found[]> {
  const items = Array.from(transfer.items ?? []).filter(({ kind }) => kind === 'file');
  if (items.length === 0) {
    // Test tools make drops with a list of files and nothing else.
    const files = Array.from(transfer.files, (file): Found => ({ kind: 'file', file }));
    return Promise.resolve(files.length > 0 ? files : readLinks(transfer));
  }
  return Promise.all(items.map(readItem)).then((found) => found.flat());
}

/** The file of an item, or all files of the folder that it is; nothing of an item that is text. */
export async function readItem(item: DataTransferItem): Promise<Found[]> {
  if (item.kind !== 'file') return [];
  const entry = item.webkitGetAsEntry?.();
  if (entry?.isDirectory) return takeFolder(item, entry);
  const file = item.getAsFile();
  if (file) return [{ kind: 'file', file }];
  const message =
    'What was dropped could not be read: the program it came from did not hand it over. Save it as a file, and add that.';
  return [{ kind: 'rejected', rejection: unreadable(entry?.name ?? '', message) }];
}

/** A picture that was dragged from another page and came as HTML or as an address. */
function readLinks(transfer: DataTransfer): Found[] {
  const { pictures } = readHtml(transfer.getData('text/html'));
  if (pictures.length > 0) return unique(pictures.map(({ url }) => url));
  const addresses = transfer
    .getData('text/uri-list')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const text = transfer.getData('text/plain').trim();
  if (addresses.length === 0 && isPictureAddress(text)) addresses.push(text);
  const leading = addresses.filter(isPictureAddress);
  if (leading.length > 0) return unique(leading);
  return addresses.map((url) => ({
    kind: 'rejected',
    rejection: {
      code: 'not-an-image',
      message:
        'This is a link to a page, not a picture. Open it, save the picture you mean, and add the file.',
      name: url,
    },
  }));
}

export function isPictureAddress(text: string): boolean {
  if (/^data:image\//i.test(text)) return true;
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    return PICTURE_ADDRESS.test(new URL(text).pathname);
  } catch {
    return false;
  }
}

const unique = (urls: readonly string[]): Found[] =>
  [...new Set(urls)].map((url) => ({ kind: 'link', url }));
