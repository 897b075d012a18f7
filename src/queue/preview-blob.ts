import { paintableMediaTypes } from '../formats/media-types.js';
import type { ImageInfo, Orientation } from '../formats/types.js';

/** Larger files would cost the page more memory than a preview is worth. */
const MAX_PREVIEW_PIXELS = 40_000_000;

const paintable: ReadonlySet<string> = new Set(paintableMediaTypes);

/**
 * Returns an immediate preview: the thumbnail that a camera embedded, or the file itself. Returns `undefined`
 * if the browser cannot display it.
 */
export function previewBlob(file: Blob, info: ImageInfo | undefined): Blob | undefined {
  if (info?.thumbnail) {
    const { startByte, endByte } = info.thumbnail;
    return uprightThumbnail(file.slice(startByte, endByte), info.orientation);
  }
  const mediaType = info?.mediaType ?? file.type;
  const pixels = (info?.width ?? 0) * (info?.height ?? 0);
  return paintable.has(mediaType) && pixels <= MAX_PREVIEW_PIXELS ? file : undefined;
}

/** A thumbnail is stored in sensor orientation without its own EXIF, so it gets the orientation of its file. */
function uprightThumbnail(thumbnail: Blob, orientation: Orientation): Blob {
  const parts =
    orientation === 1
      ? [thumbnail]
      : [exifOrientationHeader(orientation), thumbnail.slice(JPEG_START_BYTES)];
  return new Blob(parts, { type: 'image/jpeg' });
}

const JPEG_START_BYTES = 2;

/** Returns the start of a JPEG file with an Exif segment that contains only an orientation. */
function exifOrientationHeader(orientation: Orientation): Uint8Array<ArrayBuffer> {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const bigEndianTiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const oneEntry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const noNextDirectory = [0, 0, 0, 0];
  const segment = [...exif, ...bigEndianTiff, ...oneEntry, ...noNextDirectory];
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, segment.length + 2, ...segment]);
}
