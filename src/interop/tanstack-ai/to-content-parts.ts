import { createId } from '../../internal/create-id.js';
import { toImagePart } from '../../messages/to-image-part.js';
import type { ImagePart } from '../../messages/types.js';
import type { PreparedImage } from '../../pipeline/types.js';
import { toDataUrl } from '../shared/to-data-url.js';

/** TanStack AI's `ImagePart`, with the metadata that its providers read `detail` from. */
export interface ImageContentPart {
  type: 'image';
  source:
    | { type: 'data'; value: string; mimeType: string }
    | { type: 'url'; value: string; mimeType?: string };
  metadata: Pick<ImagePart, 'id' | 'detail' | 'width' | 'height' | 'name' | 'alt'>;
}

/**
 * Converts images for `sendMessage({ content: [{ type: 'text', content: question }, ...parts] })`, in order,
 * each with its detail. An image stored at a provider has no URL and is omitted.
 */
export async function toContentParts(
  images: ReadonlyArray<ImagePart | PreparedImage>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<ImageContentPart[]> {
  const parts = images.map((image) =>
    'type' in image ? image : toImagePart(image, { id: createId() }),
  );
  const withAddress = parts.filter(({ data }) => data.kind !== 'file-id');
  return Promise.all(withAddress.map((part) => toContentPart(part, signal)));
}

async function toContentPart(
  image: ImagePart,
  signal: AbortSignal | undefined,
): Promise<ImageContentPart> {
  const { data, mediaType, id, detail, width, height, name, alt, legend } = image;
  const url = await toDataUrl(image, signal);
  return {
    type: 'image',
    source:
      data.kind === 'bytes'
        ? { type: 'data', value: url.slice(url.indexOf(',') + 1), mimeType: mediaType }
        : { type: 'url', value: url, mimeType: mediaType },
    metadata: {
      id,
      detail,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...(name !== undefined && { name }),
      ...(alt !== undefined && { alt }),
      ...(legend !== undefined && { legend }),
    },
  };
}
