import type { ImageData, ImagePart } from '../messages/types.js';

/** A picture the model made. A data URL becomes a Blob, so that base64 does not live in the conversation. */
export function answerImage(id: string, url: string, mediaType: string): ImagePart {
  return {
    type: 'image',
    id,
    data: toImageData(url),
    // The providers' own picture models answer in PNG, JPEG and WebP only.
    mediaType: mediaType as ImagePart['mediaType'],
    detail: 'auto',
  };
}

const BASE64_DATA_URL = /^data:([^;,]*);base64,/i;

function toImageData(url: string): ImageData {
  const match = BASE64_DATA_URL.exec(url);
  if (!match) return { kind: 'url', url };
  try {
    const binary = atob(url.slice(match[0].length));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return { kind: 'bytes', bytes: new Blob([bytes], { type: match[1] ?? '' }) };
  } catch {
    return { kind: 'url', url };
  }
}
