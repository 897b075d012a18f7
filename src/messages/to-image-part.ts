import type { ImageDetail } from '../models/types.js';
import type { PreparedImage } from '../pipeline/types.js';
import type { ImageOrigin, ImagePart } from './types.js';

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
  /** Another model's description of the image. */
  description?: string;
  /** The file it was made from, so that it can be prepared again. Never sent. */
  original?: Blob;
  /** The original before it was marked up: its size, and how it was cropped and turned. @defaultValue the file itself */
  unedited?: Omit<ImageOrigin, 'content'> | undefined;
}

/** Converts a prepared image to a part of a message. */
export function toImagePart(
  prepared: PreparedImage,
  {
    id,
    name,
    detail = prepared.detail,
    alt,
    legend,
    description,
    original,
    unedited,
  }: ImagePartFacts,
): ImagePart {
  const madeFrom = originOf(prepared, unedited);
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
    ...(description !== undefined && { description }),
    ...(original !== undefined && { original }),
    ...(madeFrom && { madeFrom }),
  };
}

/** Returns what positions in the image are mapped to. A sheet of several frames has no such original. */
function originOf(
  { plan, width, height }: PreparedImage,
  unedited: ImagePartFacts['unedited'],
): ImageOrigin | undefined {
  const { from, sheet, content } = plan;
  if (sheet) return undefined;
  return {
    ...(unedited ?? { width: from.width, height: from.height }),
    ...(content && {
      content: {
        width: (content.width * width) / plan.width,
        height: (content.height * height) / plan.height,
      },
    }),
  };
}
