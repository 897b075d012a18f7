/** Pictures that come as addresses: dragged or copied out of another page. */

/**
 * Addresses of the pictures in a drop or a paste, `data:` URLs among them. Read while the event is being handled.
 */
export function linkedImages(data: DataTransfer): string[] {
  const inHtml = imagesOfHtml(data.getData('text/html')).addresses;
  if (inHtml.length > 0) return inHtml;
  const list = data.getData('text/uri-list') || data.getData('text/plain');
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(
      (line) => isImageDataUrl(line) || (data.types.includes('text/uri-list') && isWebUrl(line)),
    );
}

export interface HtmlImages {
  addresses: string[];
  /** The markup shows pictures and no words. */
  isOnlyImages: boolean;
}

/** The document is inert: nothing in it runs, and nothing is fetched. */
export function imagesOfHtml(html: string): HtmlImages {
  if (!/<img\b/i.test(html)) return { addresses: [], isOnlyImages: false };
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const addresses = [...body.querySelectorAll('img')]
    .map((image) => image.getAttribute('src') ?? '')
    .filter((address) => isImageDataUrl(address) || isWebUrl(address));
  return { addresses, isOnlyImages: body.textContent.trim() === '' };
}

export const isImageDataUrl = (text: string): boolean => /^data:image\/[\w.+-]+[;,]/i.test(text);

const isWebUrl = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** The picture behind an address, or nothing where its site does not give it. No cookies and no referrer are sent. */
export async function fetchLinkedImage(
  address: string,
  signal: AbortSignal | undefined,
): Promise<File | undefined> {
  if (isImageDataUrl(address)) return fileOfDataUrl(address);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) return undefined;
    return new File([await response.blob()], nameOf(address));
  } catch {
    return undefined;
  }
}

/** Decoded by hand: a content security policy may forbid fetching `data:`. */
function fileOfDataUrl(url: string): File | undefined {
  const [, kind = '', isBase64, payload = ''] =
    /^data:image\/([\w.-]+)[^,]*?(;base64)?,(.*)$/is.exec(url) ?? [];
  try {
    const text = decodeURIComponent(payload);
    const bytes = isBase64
      ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      : new TextEncoder().encode(text);
    return new File([bytes], `image.${kind.toLowerCase().replace('jpeg', 'jpg')}`);
  } catch {
    return undefined;
  }
}

function nameOf(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'image';
  } catch {
    return last || 'image';
  }
}
