import { blobToBase64Parts } from '../../internal/base64.js';
import type { ImagePart } from '../../messages/types.js';

/** Returns the URL that other kits use for an image: a data URL of its bytes, or its existing URL. */
export async function toDataUrl(
  { data, mediaType }: Pick<ImagePart, 'data' | 'mediaType'>,
  signal?: AbortSignal,
): Promise<string> {
  if (data.kind === 'url') return data.url;
  // A reference to an uploaded file is passed separately from the URL.
  if (data.kind === 'file-id') return '';
  const base64 = await new Blob(await blobToBase64Parts(data.bytes, signal)).text();
  return `data:${mediaType};base64,${base64}`;
}
