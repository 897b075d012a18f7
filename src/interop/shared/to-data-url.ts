import { blobToBase64Parts } from '../../internal/base64.js';
import type { ImagePart } from '../../messages/types.js';

/** The address other kits carry an image by: a data URL of its bytes, or the address it already has. */
export async function toDataUrl(
  { data, mediaType }: Pick<ImagePart, 'data' | 'mediaType'>,
  signal?: AbortSignal,
): Promise<string> {
  if (data.kind === 'url') return data.url;
  // A reference to an uploaded file travels beside the address.
  if (data.kind === 'file-id') return '';
  const base64 = await new Blob(await blobToBase64Parts(data.bytes, signal)).text();
  return `data:${mediaType};base64,${base64}`;
}
