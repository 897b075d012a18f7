import { KitError } from '../errors.js';
import type { ImageInfo } from '../formats/types.js';

const commonNames: Record<ImageInfo['mediaType'], string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/bmp': 'BMP',
  'image/avif': 'AVIF',
  'image/heic': 'HEIC',
  'image/jxl': 'JPEG XL',
  'image/x-icon': 'ICO',
  'image/tiff': 'TIFF',
  'image/jp2': 'JPEG 2000',
  'image/svg+xml': 'SVG',
};

export function formatName(info: Pick<ImageInfo, 'mediaType'>): string {
  return commonNames[info.mediaType];
}

export function damagedError(info: Pick<ImageInfo, 'mediaType'>, cause?: unknown): KitError {
  return new KitError('damaged', {
    message: `This ${formatName(info)} file is damaged: its image cannot be read. Save or export it again, and add it again.`,
    facts: { format: info.mediaType },
    cause,
  });
}

export function unsupportedError(info: Pick<ImageInfo, 'mediaType'>, cause?: unknown): KitError {
  return new KitError('unsupported-format', {
    message: `This browser cannot open ${formatName(info)} images. Save it as ${info.mediaType === 'image/x-icon' ? 'PNG' : 'JPEG'} and add it again.`,
    facts: { format: info.mediaType },
    cause,
  });
}

/** Tells the developer what the app needs to open HEIC in every browser. */
export function noHeicDecoderError(): KitError {
  return new KitError('unsupported-format', {
    message:
      'A HEIC image was refused, since this browser cannot open it. Install a decoder (npm i heic-to) and import ' +
      '"image-chat-kit/heic" once: then HEIC works in every browser.',
    facts: { format: 'image/heic' },
  });
}

export function svgError(): KitError {
  return new KitError('unsupported-format', {
    message:
      'This is an SVG drawing, and models take images made of pixels. Export it as PNG, and add that file.',
    facts: { format: 'image/svg+xml' },
  });
}

export function truncatedError(
  info: Pick<ImageInfo, 'mediaType'>,
  missing: 'a part' | 'most' = 'a part',
): KitError {
  return new KitError('truncated', {
    message: `This ${formatName(info)} file is cut short: ${missing} of the image is missing. Save or download it again, and add it again.`,
    facts: { format: info.mediaType },
  });
}

export function timeoutError(limitMs: number, valueMs: number): KitError {
  return new KitError('decode-timeout', {
    message: `This image took longer than ${Math.round(limitMs / 1000)} seconds to read and timed out. Save it in a smaller size, and add it again.`,
    facts: { limit: limitMs, value: Math.round(valueMs) },
  });
}

export function canvasError(message: string, cause?: unknown): KitError {
  return new KitError('canvas-failed', {
    message: `${message} Close other tabs or choose a smaller size, then try again.`,
    cause,
  });
}
