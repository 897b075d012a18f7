/**
 * Media types that the kit can recognise from a file's bytes. Which of them can be prepared depends on the
 * browser.
 */
export type ImageMediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/gif'
  | 'image/bmp'
  | 'image/avif'
  | 'image/heic'
  | 'image/jxl'
  | 'image/x-icon'
  | 'image/tiff'
  | 'image/jp2'
  | 'image/svg+xml';

/** EXIF orientation: 1 is upright; 5 to 8 swap the sides. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Size {
  /** In px. */
  width: number;
  /** In px. */
  height: number;
}

/** Facts about an image, read from its bytes without decoding a pixel. */
export interface ImageInfo {
  /** Read from the bytes; the name and the browser's type are not trusted. */
  mediaType: ImageMediaType;
  /** As stored, before orientation, px. */
  width: number;
  /** As stored, before orientation, px. */
  height: number;
  orientation: Orientation;
  /**
   * An orientation that the file specifies where no browser looks: EXIF in a WebP, or eXIf after the pixels
   * of a PNG. Pages show such an image as stored, so `orientation` is 1.
   */
  unappliedOrientation?: Orientation;
  /** Whether pixels may be transparent. */
  hasAlpha: boolean;
  /** Whether there is more than one frame. The first one is prepared. */
  isAnimated: boolean;
  /** Number of frames in the file, for formats that can have several. */
  frameCount?: number;
  /** Whether the end of the file is missing, as far as its structure shows. */
  isTruncated: boolean;
  /**
   * Position of a JPEG thumbnail in the file, for an instant preview. A thumbnail with other proportions than
   * the image is omitted.
   */
  thumbnail?: { startByte: number; endByte: number };
  /**
   * Set for an image that is drawn again in each size that is needed, such as a page of a PDF: the size of the drawing
   * in its own unit.
   */
  drawing?: Size;
}

/** Bytes that a header reader requests. */
export interface ByteRange {
  startByte: number;
  lengthBytes: number;
}

/**
 * A reader that requests the bytes it needs and receives them, or fewer if the file ends. It neither waits
 * nor holds the file, so the same code serves a whole file in memory and a Blob of which only the header is
 * read.
 */
export type ByteWalk<T> = Generator<ByteRange, T, Uint8Array>;

/** What drawing an image of some size takes. */
export interface DrawnPixels {
  /** How often a decoder goes over all of it, as with progressive scans. @defaultValue 1 */
  passes?: number;
  /** Whether a decoder can make it smaller as it goes, as a JPEG of one scan. @defaultValue false */
  isDecodedSmall?: boolean;
}

/** Context passed to a format's reader. */
export interface ReadContext {
  fileBytes: number;
  /**
   * Called as soon as a size is known.
   *
   * @throws KitError `too-many-pixels`
   */
  checkPixels: (size: Size, drawn?: DrawnPixels) => void;
}

/** One format per file: bytes in, facts out. No canvas, no DOM. */
export interface ImageFormat {
  mediaType: ImageMediaType;
  /** Whether the first bytes (at least 64, unless the file is shorter) match this format. */
  matches: (head: Uint8Array) => boolean;
  /**
   * Reads the facts.
   *
   * @throws KitError `truncated`, `damaged` or `unsupported-format`
   */
  walk: (context: ReadContext) => ByteWalk<ImageInfo>;
}

/** Limits that are checked from the header, before anything is decoded. */
export interface SourceLimits {
  /** @defaultValue 31_457_280 (30 MiB) */
  maxBytes?: number;
  /**
   * Width times height, of one frame.
   *
   * @defaultValue 100_000_000; 205_000_000 for a JPEG of one scan in a browser that has `ImageDecoder`, which makes it
   * smaller while it decodes
   */
  maxPixels?: number;
}
