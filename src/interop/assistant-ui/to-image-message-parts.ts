import type { ImagePart } from '../../messages/types.js';
import { metadataOf } from '../shared/provider-metadata.js';
import { toDataUrl } from '../shared/to-data-url.js';
import type { ImageMessagePart } from './types.js';

/**
 * Images as parts of a message of assistant-ui, in their order. The detail of each goes along as
 * `providerMetadata.openai.imageDetail`. An image that lies with a provider has no address and is left out.
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
