import type { ImagePart } from '../../messages/types.js';

/** Fields by provider name, as in the AI SDK and assistant-ui. */
export type ProviderMetadata = Record<string, Record<string, string | number>>;

interface WithMetadata {
  providerMetadata?: { readonly [name: string]: { readonly [field: string]: unknown } | undefined };
}

/** Facts about an image for which they have no field. Their providers ignore unknown names. */
const OWN_NAME = 'imageChatKit';
/** Their providers that read `imageDetail`. */
const DETAIL_NAMES = ['openai', 'xai'];

type Facts = Partial<Pick<ImagePart, 'id' | 'width' | 'height' | 'alt' | 'legend'>>;

export function metadataOf({
  id,
  detail,
  width,
  height,
  alt,
  legend,
}: ImagePart): ProviderMetadata {
  const metadata: ProviderMetadata = {
    [OWN_NAME]: {
      id,
      detail,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...(alt !== undefined && { alt }),
      ...(legend !== undefined && { legend }),
    },
  };
  for (const name of DETAIL_NAMES) metadata[name] = { imageDetail: detail };
  return metadata;
}

export function factsOf({ providerMetadata: metadata = {} }: WithMetadata): Facts {
  const { id, width, height, alt, legend } = metadata[OWN_NAME] ?? {};
  return {
    ...(typeof id === 'string' && { id }),
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
    ...(typeof alt === 'string' && { alt }),
    ...(typeof legend === 'string' && { legend }),
  };
}

export function detailOf({ providerMetadata: metadata = {} }: WithMetadata): ImagePart['detail'] {
  const written = [
    ...DETAIL_NAMES.map((name) => metadata[name]?.['imageDetail']),
    metadata[OWN_NAME]?.['detail'],
  ];
  return firstDetail(written);
}

const DETAILS: readonly unknown[] = ['auto', 'low', 'high', 'original'];

/** Returns the first value that is a detail. @defaultValue 'auto' */
export function firstDetail(values: readonly unknown[]): ImagePart['detail'] {
  return (values.find((value) => DETAILS.includes(value)) ?? 'auto') as ImagePart['detail'];
}
