/** Which kinds of images are accepted, and what they are called in a sentence. */
import { imageMediaTypes } from '../formats/media-types.js';

const SVG = 'image/svg+xml';

/**
 * File extensions and alternative names of types, as used by systems, servers and people. Other types are
 * called by their own name.
 */
const MEDIA_TYPES: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpe', 'jfif', 'jif', 'jfi', 'pjpeg', 'pjp', 'citrix-jpeg'],
  'image/png': ['apng', 'vnd.mozilla.apng', 'citrix-png'],
  'image/bmp': ['dib', 'ms-bmp', 'windows-bmp', 'win-bitmap', 'bitmap'],
  'image/heic': ['heif', 'hif', 'heics', 'heifs', 'heic-sequence', 'heif-sequence'],
  'image/avif': ['avifs', 'avif-sequence'],
  'image/x-icon': ['ico', 'cur', 'icon', 'vnd.microsoft.icon'],
  'image/tiff': ['tif'],
  'image/jp2': ['j2k', 'jpx', 'jpeg2000'],
  [SVG]: ['svg', 'svgz', 'svg-xml'],
};
const MEDIA_TYPES_BY_NAME = new Map(
  Object.entries(MEDIA_TYPES).flatMap(([type, names]) =>
    names.map((name): [string, string] => [name, type]),
  ),
);
const EXTENSIONS_BY_MEDIA_TYPE: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/x-icon': 'ico',
  [SVG]: 'svg',
};
/** Formats whose name differs from the end of their media type. */
const FORMAT_NAMES: Record<string, string> = {
  'image/webp': 'WebP',
  'image/jxl': 'JPEG XL',
  'image/x-icon': 'ICO',
  'image/jp2': 'JPEG 2000',
  [SVG]: 'SVG',
};

const DEFAULT_MEDIA_TYPES: readonly string[] = imageMediaTypes.filter(
  (mediaType) => mediaType !== SVG,
);

/**
 * Returns the media types of an `accept` list, which may contain wildcards and file extensions like that of
 * an `<input>`, and types by any common name: `.jfif`, `*.png`, `image/x-png`.
 */
export function acceptedMediaTypes(accept: readonly string[] | undefined): readonly string[] {
  if (!accept) return DEFAULT_MEDIA_TYPES;
  const types = accept
    .flatMap((entry) => entry.split(/,|\s+(?=\*?\.|image\/)/))
    .map((entry) => entry.replace(/;.*$/, '').trim().toLowerCase())
    .filter((entry) => entry !== '')
    .flatMap((entry) =>
      /^(?:image\/?|(?:image\/|\*\/|\*?\.)?\*)$/.test(entry)
        ? DEFAULT_MEDIA_TYPES
        : [mediaTypeOf(entry)],
    );
  return [...new Set(types)];
}

function mediaTypeOf(entry: string): string {
  const name = entry.replace(/^(?:image\/|\*?\.)/, '');
  // Anything else is not an image: `application/pdf`.
  if (name.includes('/')) return entry;
  const plain = name.replace(/^x-/, '');
  return MEDIA_TYPES_BY_NAME.get(plain) ?? (isKnown(plain) ? `image/${plain}` : `image/${name}`);
}

const isKnown = (name: string): boolean =>
  (imageMediaTypes as readonly string[]).includes(`image/${name}`);

/** Returns the file extension: jpg for `image/jpeg`. */
export function extensionOf(mediaType: string): string {
  return EXTENSIONS_BY_MEDIA_TYPE[mediaType] ?? mediaType.slice(mediaType.indexOf('/') + 1);
}

/** Returns the format's name: JPEG for `image/jpeg`. */
export function formatName(mediaType: string): string {
  return FORMAT_NAMES[mediaType] ?? mediaType.slice(mediaType.indexOf('/') + 1).toUpperCase();
}
