import type { FileUIPart, ProviderMetadata } from 'ai';
import type { ImagePart } from '../../messages/index.js';

/** Facts of a picture that the AI SDK has no field for. Its providers pass by names they do not know. */
const OWN_NAME = 'imageChatKit';
/** Its providers that read `imageDetail`, and how it travels there. */
const DETAIL_NAMES = ['openai', 'xai'];

type Facts = Partial<Pick<ImagePart, 'id' | 'width' | 'height' | 'alt'>>;

export function metadataOf({ id, detail, width, height, alt }: ImagePart): ProviderMetadata {
  const metadata: ProviderMetadata = {
    [OWN_NAME]: {
      id,
      detail,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...(alt !== undefined && { alt }),
    },
  };
  for (const name of DETAIL_NAMES) metadata[name] = { imageDetail: detail };
  return metadata;
}

export function factsOf({ providerMetadata: metadata = {} }: FileUIPart): Facts {
  const { id, width, height, alt } = metadata[OWN_NAME] ?? {};
  return {
    ...(typeof id === 'string' && { id }),
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
    ...(typeof alt === 'string' && { alt }),
  };
}

const DETAILS: readonly unknown[] = ['auto', 'low', 'high', 'original'];

export function detailOf({ providerMetadata: metadata = {} }: FileUIPart): ImagePart['detail'] {
  const written = [
    ...DETAIL_NAMES.map((name) => metadata[name]?.['imageDetail']),
    metadata[OWN_NAME]?.['detail'],
  ];
  return (written.find((detail) => DETAILS.includes(detail)) ?? 'auto') as ImagePart['detail'];
}
