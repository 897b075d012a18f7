import type { FilePart, ImageData, ImagePart } from '../messages/types.js';
import type { ChatEvent } from '../wire/types.js';

/** An image of an answer. A data URL becomes a Blob, so that base64 does not live in the conversation. */
export function answerImage(
  id: string,
  { url, mediaType, toolCallId }: Extract<ChatEvent, { type: 'image-add' }>,
): ImagePart {
  return {
    type: 'image',
    id,
    data: toImageData(url),
    // The providers' own picture models answer in PNG, JPEG and WebP only.
    mediaType: mediaType as ImagePart['mediaType'],
    detail: 'auto',
    ...(toolCallId !== undefined && { toolCallId }),
  };
}

export function answerFile(
  id: string,
  { url, mediaType, name }: Extract<ChatEvent, { type: 'file-add' }>,
): FilePart {
  const part: FilePart = { type: 'file', id, data: toImageData(url), mediaType };
  return name === undefined ? part : { ...part, name };
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
