import { readDataUrl } from '../internal/data-url.js';
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

function toImageData(url: string): ImageData {
  const dataUrl = readDataUrl(url);
  if (!dataUrl?.isBase64) return { kind: 'url', url };
  try {
    const binary = atob(dataUrl.body);
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return { kind: 'bytes', bytes: new Blob([bytes], { type: dataUrl.mediaType }) };
  } catch {
    return { kind: 'url', url };
  }
}
