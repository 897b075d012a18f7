import { createId } from '../../internal/create-id.js';
import { toImagePart } from '../../messages/to-image-part.js';
import type { ImagePart } from '../../messages/types.js';
import type { PreparedImage } from '../../pipeline/types.js';
import { metadataOf } from '../shared/provider-metadata.js';
import { toDataUrl } from '../shared/to-data-url.js';
import type { FileUIPart } from './types.js';

export interface FileUIPartOptions {
  /** The AI SDK's name for the provider that file ids belong to. @defaultValue 'openai' */
  provider?: string;
  signal?: AbortSignal;
}

/**
 * Converts images for `sendMessage({ text, files })`, in order. Each keeps its detail, which reaches the
 * model when the app's server calls `convertToModelMessages`.
 */
export function toFileUIParts(
  images: ReadonlyArray<ImagePart | PreparedImage>,
  options: FileUIPartOptions = {},
): Promise<FileUIPart[]> {
  return Promise.all(
    images.map((image) =>
      toFileUIPart('type' in image ? image : toImagePart(image, { id: createId() }), options),
    ),
  );
}

async function toFileUIPart(
  image: ImagePart,
  { provider = 'openai', signal }: FileUIPartOptions,
): Promise<FileUIPart> {
  const { data, mediaType, name } = image;
  return {
    type: 'file',
    mediaType,
    url: await toDataUrl(image, signal),
    providerMetadata: metadataOf(image),
    ...(name !== undefined && { filename: name }),
    ...(data.kind === 'file-id' && { providerReference: { [provider]: data.fileId } }),
  };
}
