import type { ImageDetail } from '../models/types.js';
import type { PreparedImage } from '../pipeline/types.js';
import type { ImagePart } from './types.js';

export interface ImagePartFacts {
  /** Stable for the life of the image. */
  id: string;
  name?: string;
  /** @defaultValue the detail the image was prepared for */
  detail?: ImageDetail;
  /** Alternative text, written by the person. */
  alt?: string;
  /** What the numbers drawn into the image mean. */
  legend?: string;
  /** The file it was made from, so that it can be made to fit again. Never sent. */
  original?: Blob;
}

/** A prepared image as a part of a message. */
export function toImagePart(
  prepared: PreparedImage,
  { id, name, detail = prepared.detail, alt, legend, original }: ImagePartFacts,
): ImagePart {
  return {
    type: 'image',
    id,
    data: { kind: 'bytes', bytes: prepared.blob },
    mediaType: prepared.mediaType,
    detail,
    width: prepared.width,
    height: prepared.height,
    ...(name !== undefined && { name }),
    ...(alt !== undefined && { alt }),
    ...(legend !== undefined && { legend }),
    ...(original !== undefined && { original }),
  };
}
