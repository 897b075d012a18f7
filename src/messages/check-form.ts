import { readDataUrl, type DataUrl } from '../internal/data-url.js';
import { checkLink } from './check-link.js';
import { canBeRemade, imageProblem, nameOf, type CheckedRequest } from './checked-request.js';
import type { RequestImage } from './request-images.js';
import type { ImageContent, Problem } from './types.js';

/**
 * Checks how an image is transferred: whether the wire format supports it, and whether it contains an image
 * of a known type.
 */
export function checkForm(image: RequestImage, request: CheckedRequest): Problem[] {
  const { data, mediaType } = image.part;
  switch (data.kind) {
    case 'bytes':
      if (data.bytes.size === 0) return [emptyImage(image)];
      return [...checkBase64(image, request), ...checkMediaType(image, mediaType, request)];
    case 'file-id':
      return data.fileId.trim() === '' ? [emptyImage(image)] : checkFileId(image, request);
    default: {
      const dataUrl = readDataUrl(data.url);
      if (dataUrl) return checkDataUrl(image, dataUrl, request);
      return data.url.trim() === '' ? [emptyImage(image)] : checkLink(image, data.url, request);
    }
  }
}

function emptyImage(image: RequestImage): Problem {
  return imageProblem(image, {
    code: 'empty-image',
    severity: 'error',
    message: `${nameOf(image)} is empty: there is nothing in it to send. Remove it, and add it again.`,
    value: 0,
    fix: 'remove',
  });
}

function checkBase64(image: RequestImage, { wire }: CheckedRequest): Problem[] {
  if (wire?.bytes !== false) return [];
  return [
    imageProblem(image, {
      code: 'unsupported-by-wire',
      severity: 'error',
      message: `${nameOf(image)} cannot be sent inside the request to this endpoint. Upload it first, and send its id.`,
      fix: 'upload',
    }),
  ];
}

function checkFileId(image: RequestImage, { wire }: CheckedRequest): Problem[] {
  if (wire?.fileIds !== false) return [];
  return [
    imageProblem(image, {
      code: 'unsupported-by-wire',
      severity: 'error',
      message: `${nameOf(image)} is an uploaded file, and this endpoint takes no file ids. Send the image itself.`,
      fix: canBeRemade(image) ? 'convert' : 'remove',
    }),
  ];
}

function checkDataUrl(
  image: RequestImage,
  { mediaType, isBase64, body }: DataUrl,
  request: CheckedRequest,
): Problem[] {
  const malformed = (what: string): Problem[] => [
    imageProblem(image, {
      code: 'url-form',
      severity: 'error',
      message: `The data: URL of ${nameOf(image)} ${what}. Write "data:image/jpeg;base64," followed by the bytes of the image.`,
      fix: 'convert',
    }),
  ];
  if (!mediaType.startsWith('image/')) return malformed('does not say that it is an image');
  if (!isBase64) return malformed('is not in base64');
  if (body === '') return [emptyImage(image)];
  if (!isPlainBase64(image.part.data, body)) {
    return malformed('holds characters that are not base64, such as spaces or line breaks');
  }
  return [...checkBase64(image, request), ...checkMediaType(image, mediaType, request)];
}

/** An image in a link is checked on each keystroke, so its megabytes are read only once. */
const known = new WeakMap<ImageContent, boolean>();

function isPlainBase64(data: ImageContent, body: string): boolean {
  const isPlain = known.get(data) ?? /^[A-Za-z0-9+/]*={0,2}$/.test(body);
  known.set(data, isPlain);
  return isPlain;
}

function checkMediaType(
  image: RequestImage,
  mediaType: string,
  { rules, wire }: CheckedRequest,
): Problem[] {
  const accepted: readonly string[] = rules.acceptedMediaTypes.filter(
    (type) => wire?.acceptedMediaTypes?.includes(type) ?? true,
  );
  // A common misspelling, which some endpoints accept and others refuse.
  const isMisspelt = mediaType === 'image/jpg';
  if (accepted.includes(isMisspelt ? 'image/jpeg' : mediaType) && !isMisspelt) return [];
  const names = accepted.map((type) => type.replace('image/', '').toUpperCase()).join(', ');
  return [
    imageProblem(image, {
      code: 'media-type',
      severity: isMisspelt ? 'warning' : 'error',
      message: isMisspelt
        ? `${nameOf(image)} is called image/jpg, which some endpoints refuse. Call it image/jpeg.`
        : `${nameOf(image)} is ${mediaType}, and this endpoint takes ${names}. Convert it.`,
      fix: 'convert',
    }),
  ];
}
