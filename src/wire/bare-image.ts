import { base64Of } from '../internal/tidy-data-url.js';
import { Base64Slot } from '../internal/json-blob.js';
import type { FilePart, ImagePart } from '../messages/types.js';

/** An image or file as the formats without `data:` URLs want it. */
export type BareImage =
  | { kind: 'base64'; mediaType: string; base64: string | Base64Slot }
  | { kind: 'url'; url: string }
  | { kind: 'file-id'; fileId: string };

export function bareImage({ data, mediaType }: ImagePart | FilePart): BareImage {
  switch (data.kind) {
    case 'bytes':
      return { kind: 'base64', mediaType, base64: new Base64Slot('', data.bytes) };
    case 'file-id':
      return data;
    default: {
      const dataUrl = base64Of(data.url);
      return dataUrl === undefined
        ? data
        : {
            kind: 'base64',
            mediaType: dataUrl.mediaType === '' ? mediaType : dataUrl.mediaType,
            base64: dataUrl.base64,
          };
    }
  }
}
