import { addressesOf, shownAddressesOf } from './addresses-of.js';
import type { Found, FoundLink } from './found.js';
import { type HtmlImage, readHtml } from './html-images.js';
import { isImageAddress } from './is-image-address.js';
import { shownUrlOf } from './page-drag.js';
import { unreadable } from './unreadable.js';
import { takeFolder } from './take-folder.js';

/**
 * Reads the contents of a drop. Everything is taken synchronously: browsers empty the event as soon as its
 * handler has returned, so only what has been taken by then can be awaited.
 */
export function readTransfer(transfer: DataTransfer): Promise<Found[]> {
  const items = Array.from(transfer.items ?? []).filter(({ kind }) => kind === 'file');
  if (items.length === 0) {
    // Test tools create drops with only a list of files.
    const files = Array.from(transfer.files, (file): Found => ({ kind: 'file', file }));
    return Promise.resolve(files.length > 0 ? files : readLinks(transfer));
  }
  return Promise.all(items.map(readItem)).then((found) => found.flat());
}

/** Returns the file of an item, or all files of its folder; empty for text. */
export async function readItem(item: DataTransferItem): Promise<Found[]> {
  if (item.kind !== 'file') return [];
  const entry = item.webkitGetAsEntry?.();
  if (entry?.isDirectory) return takeFolder(item, entry);
  const file = item.getAsFile();
  if (file) return [{ kind: 'file', file }];
  const message =
    'The dropped item could not be read: the program it came from did not provide it. Save it as a file, and add that.';
  return [{ kind: 'rejected', rejection: unreadable(entry?.name ?? '', message) }];
}

/** Returns an image that was dragged from another page and arrived as HTML or as a URL. */
function readLinks(transfer: DataTransfer): Found[] {
  const { images } = readHtml(transfer.getData('text/html'));
  const addresses = transfer
    .getData('text/uri-list')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const text = transfer.getData('text/plain').trim();
  const linked = linksOf(images, addresses);
  const shownUrl =
    images.length === 1 ? shownUrlOf(images[0]?.attributes.get('src') ?? '') : undefined;
  if (shownUrl !== undefined) {
    const others = linked
      .flatMap((link) => [link.url, ...(link.others ?? [])])
      .filter((url) => url !== shownUrl);
    return [{ kind: 'link', url: shownUrl, others, isShown: true }];
  }
  if (linked.length > 0) return linked;
  if (addresses.length === 0 && isImageAddress(text)) addresses.push(text);
  const leading = addresses.filter(isImageAddress);
  if (leading.length > 0) return [...new Set(leading)].map((url) => ({ kind: 'link', url }));
  return addresses.map((url) => ({
    kind: 'rejected',
    rejection: {
      code: 'not-an-image',
      message:
        'This is a link to a page, not an image. Open it, save the image you mean, and add the file.',
      name: url,
    },
  }));
}

/**
 * Returns the URLs of a page's images. For a single image, a browser puts the URL that it shows into the
 * list; if the image is inside a link, the list holds the link.
 */
export function linksOf(
  images: readonly HtmlImage[],
  addresses: readonly string[] = [],
): FoundLink[] {
  const base = addresses.find((address) => /^https?:/i.test(address));
  const links = new Map<string, FoundLink>();
  for (const image of images) {
    const onPage = shownAddressesOf(image, base);
    const isLink = (url: string): boolean =>
      addresses.includes(url) && !onPage.includes(url) && !isImageAddress(url);
    const urls = addressesOf(image, base).filter((url) => !isLink(url));
    const shown = images.length === 1 ? shownOf({ onPage, urls }, addresses) : undefined;
    const [url, ...others] = [...new Set([...(shown ? [shown] : []), ...urls])];
    if (url === undefined) continue;
    links.set(url, {
      kind: 'link',
      url,
      ...(others.length > 0 && { others }),
      ...(shown && { isShown: true }),
    });
  }
  return [...links.values()];
}

/** A blurred preview embedded in a page has fewer characters than this, a full image has more. */
const MAX_PLACEHOLDER_LETTERS = 8192;

export const isPlaceholder = (url: string): boolean =>
  /^data:/i.test(url) && url.length <= MAX_PLACEHOLDER_LETTERS;

function shownOf(
  { onPage, urls }: { onPage: readonly string[]; urls: readonly string[] },
  addresses: readonly string[],
): string | undefined {
  const hasPlaceholder = urls.every(isPlaceholder);
  return addresses.find(
    (address) => onPage.includes(address) || (hasPlaceholder && isImageAddress(address)),
  );
}
