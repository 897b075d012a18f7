/** Which kinds of pictures are taken, and how they are called in a sentence. */
import { imageMediaTypes } from '../formats/media-types.js';

const SVG = 'image/svg+xml';
const MEDIA_TYPES_BY_EXTENSION: Record<string, string> = {
  jpg: 'image/jpeg',
  svg: SVG,
  heif: 'image/heic',
};
const EXTENSIONS_BY_MEDIA_TYPE: Record<string, string> = { 'image/jpeg': 'jpg', [SVG]: 'svg' };

const DEFAULT_MEDIA_TYPES: readonly string[] = imageMediaTypes.filter(
  (mediaType) => mediaType !== SVG,
);

/** Media types of an `accept` list, which may hold wildcards and file endings as an `<input>` does. */
export function acceptedMediaTypes(accept: readonly string[] | undefined): readonly string[] {
  if (!accept) return DEFAULT_MEDIA_TYPES;
  return accept
    .flatMap((entry) => entry.split(','))
    .flatMap((entry) => {
      const type = entry.trim().toLowerCase();
      if (type === 'image/*' || type === '*/*' || type === '*') return DEFAULT_MEDIA_TYPES;
      if (type === 'image/heif') return ['image/heic'];
      if (!type.startsWith('.')) return [type === 'image/jpg' ? 'image/jpeg' : type];
      const extension = type.slice(1);
      return [MEDIA_TYPES_BY_EXTENSION[extension] ?? `image/${extension}`];
    });
}

/** `image/jpeg`: jpg. */
export function extensionOf(mediaType: string): string {
  return EXTENSIONS_BY_MEDIA_TYPE[mediaType] ?? mediaType.slice(mediaType.indexOf('/') + 1);
}

/** `image/jpeg`: JPEG. */
export function formatName(mediaType: string): string {
  if (mediaType === 'image/webp') return 'WebP';
  if (mediaType === SVG) return 'SVG';
  return mediaType.slice(mediaType.indexOf('/') + 1).toUpperCase();
}
