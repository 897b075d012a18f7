import type { ImagePart } from '../../messages/types.js';
import { metadataOf } from '../shared/provider-metadata.js';
import { toDataUrl } from '../shared/to-data-url.js';
import type { ImageMessagePart } from './types.js';

/**
 * Converts images to message parts of assistant-ui, in order. The detail of each is passed as
 * `providerMetadata.openai.imageDetail`. An image stored at a provider has no URL and is omitted.
 */
export async function toImageMessageParts(
  images: readonly ImagePart[],
  { signal }: { signal?: AbortSignal } = {},
): Promise<ImageMessagePart[]> {
  const withAddress = images.filter(({ data }) => data.kind !== 'file-id');
  return Promise.all(
    withAddress.map(async (image) => ({
      type: 'image',
      image: await toDataUrl(image, signal),
      providerMetadata: metadataOf(image),
      ...(image.name !== undefined && { filename: image.name }),
    })),
  );
}
