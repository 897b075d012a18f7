import type { ImageDetail } from '../models/types.js';
import type { PreparedImage } from '../pipeline/types.js';
import type { ImagePart } from './types.js';

export interface ImagePartFacts {
  /** Stable for the life of the image. */
  id: string;
  name?: string;
  /** @defaultValue the detail the image was prepared for */
  detail?: ImageDetail;
  /** Alternative text, written by the user. */
  alt?: string;
  /** Meaning of the numbers drawn into the image. */
  legend?: string;
  /** The file it was made from, so that it can be prepared again. Never sent. */
  original?: Blob;
}

/** Converts a prepared image to a part of a message. */
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
