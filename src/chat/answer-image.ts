import { isDataUrl, readDataUrl } from '../internal/data-url.js';
import type { FilePart, ImageContent, ImagePart, ImageProgressPart } from '../messages/types.js';
import type { ChatEvent, ImageAdd, ImageProgress } from '../wire/types.js';

/**
 * Returns an image of an answer as a part. A data URL becomes a Blob, so that base64 does not stay in the conversation.
 */
export function answerImage(
  id: string,
  { url, mediaType, width, height, toolCallId }: Omit<ImageAdd, 'type'>,
): ImagePart {
  return {
    type: 'image',
    id,
    data: toImageContent(url),
    // The providers' own image models answer only in PNG, JPEG and WebP.
    mediaType: mediaType as ImagePart['mediaType'],
    detail: 'auto',
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(toolCallId !== undefined && { toolCallId }),
  };
}

/** Returns an image that is being made, as far as it is known now. A preview that cannot be read changes nothing. */
export function grownProgress(
  id: string,
  known: ImageProgressPart | undefined,
  { url = '', mediaType = '', width, height }: ImageProgress,
): ImageProgressPart {
  const preview = url === '' ? undefined : toImageContent(url);
  const isReadable = preview && (preview.kind === 'bytes' || !isDataUrl(url));
  return {
    type: 'image-progress',
    id,
    state: 'making',
    ...known,
    ...(isReadable && { preview, mediaType: mediaType as ImagePart['mediaType'] }),
    ...(width !== undefined && height !== undefined && { width, height }),
  };
}

/** Returns what stays of an image whose answer has ended: its last preview, or that there is none. */
export function unfinishedImage(part: ImageProgressPart): ImagePart | ImageProgressPart {
  const { id, preview, mediaType = 'image/png', width, height } = part;
  if (!preview) return { ...part, state: 'unfinished' };
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  return {
    type: 'image',
    id,
    data: preview,
    mediaType,
    detail: 'auto',
    ...size,
    isUnfinished: true,
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
