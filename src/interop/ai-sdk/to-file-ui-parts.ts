import type { FileUIPart } from 'ai';
import { blobToBase64Parts } from '../../internal/base64.js';
import { createId } from '../../internal/create-id.js';
import { toImagePart } from '../../messages/index.js';
import type { ImagePart } from '../../messages/index.js';
import type { PreparedImage } from '../../pipeline/index.js';
import { metadataOf } from './kit-metadata.js';

export interface FileUIPartOptions {
  /** The AI SDK's name of the provider that file ids belong to. @defaultValue 'openai' */
  provider?: string;
  signal?: AbortSignal;
}

/**
 * Pictures for `sendMessage({ text, files })`, in their order. The detail of each goes along, and reaches the model when
 * the app's server calls `convertToModelMessages`.
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
    url: data.kind === 'bytes' ? await toDataUrl(data.bytes, mediaType, signal) : urlOf(data),
    providerMetadata: metadataOf(image),
    ...(name !== undefined && { filename: name }),
    ...(data.kind === 'file-id' && { providerReference: { [provider]: data.fileId } }),
  };
}

function urlOf(data: Exclude<ImagePart['data'], { kind: 'bytes' }>): string {
  // A reference to an uploaded file wins over the address, which has to be there all the same.
  return data.kind === 'url' ? data.url : '';
}

async function toDataUrl(
  bytes: Blob,
  mediaType: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const base64 = await new Blob(await blobToBase64Parts(bytes, signal)).text();
  return `data:${mediaType};base64,${base64}`;
}
