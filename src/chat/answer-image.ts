import { readDataUrl } from '../internal/data-url.js';
import type { FilePart, ImageContent, ImagePart } from '../messages/types.js';
import type { ChatEvent } from '../wire/types.js';

/**
 * Returns an image of an answer as a part. A data URL becomes a Blob, so that base64 does not stay in the conversation.
 */
export function answerImage(
  id: string,
  { url, mediaType, toolCallId }: Extract<ChatEvent, { type: 'image-add' }>,
): ImagePart {
  return {
    type: 'image',
    id,
    data: toImageContent(url),
    // The providers' own image models answer only in PNG, JPEG and WebP.
    mediaType: mediaType as ImagePart['mediaType'],
    detail: 'auto',
    ...(toolCallId !== undefined && { toolCallId }),
  };
}

export function answerFile(
  id: string,
  { url, mediaType, name }: Extract<ChatEvent, { type: 'file-add' }>,
): FilePart {
  const part: FilePart = { type: 'file', id, data: toImageContent(url), mediaType };
  return name === undefined ? part : { ...part, name };
}

function toImageContent(url: string): ImageContent {
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
