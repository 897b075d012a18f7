import type { Connection } from '../chat/types.js';
import type { UploadedImage } from '../uploads/uploaded-image.js';
import { throwIfAborted } from '../internal/abort.js';
import { imageFileName } from '../internal/image-file-name.js';
import type { ImageContent, ImagePart } from '../messages/types.js';
import { canCarry } from '../messages/can-carry.js';
import { changeImages } from '../messages/change-images.js';
import type { RequestUploads } from './prepare-request.js';

/** Uploads an image to a server, as `uploadImage` does, and returns its location. */
export type UploadForRequest = (
  image: { bytes: Blob; name: string },
  options: { signal: AbortSignal },
) => Promise<UploadedImage>;

/** An upload that is about to expire would be gone when the model reads it. */
const EXPIRY_MARGIN_MS = 60_000;

interface Upload {
  data: ImageContent;
  expiresAtMs: number;
}

/**
 * Uploads each image once, when a request needs it. An image whose upload fails is sent inside the request, if the wire
 * format accepts bytes.
 */
export function createRequestUploads(
  { wire }: Connection,
  upload: UploadForRequest,
): RequestUploads {
  const uploads = new WeakMap<Blob, Upload>();
  const sources = new WeakMap<ImageContent, ImagePart>();

  function placed({ data }: ImagePart): ImageContent | undefined {
    const known = data.kind === 'bytes' ? uploads.get(data.bytes) : undefined;
    return known && known.expiresAtMs - Date.now() > EXPIRY_MARGIN_MS ? known.data : undefined;
  }

  async function place(image: ImagePart, signal: AbortSignal): Promise<ImagePart> {
    if (image.data.kind !== 'bytes') return image;
    const { bytes } = image.data;
    const known = placed(image);
    if (known) return { ...image, data: known };
    try {
      const name = imageFileName(bytes.type);
      const { expiresAtMs = Infinity, ...data } = await upload({ bytes, name }, { signal });
      if (!canCarry(wire, data)) return image;
      uploads.set(bytes, { data, expiresAtMs });
      sources.set(data, image);
      return { ...image, data };
    } catch (error) {
      throwIfAborted(signal);
      if (!wire.bytes) throw error;
      return image;
    }
  }

  return {
    placed,
    place: (messages, signal) => changeImages(messages, (image) => place(image, signal)),
    async renew(messages, signal) {
      let isRenewed = false;
      const renewed = await changeImages(messages, async (image) => {
        const source = sources.get(image.data);
        if (source?.data.kind !== 'bytes') return image;
        uploads.delete(source.data.bytes);
        isRenewed = true;
        return place(source, signal);
      });
      return isRenewed ? renewed : undefined;
    },
  };
}
