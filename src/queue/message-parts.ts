import { isDataUrl } from '../internal/data-url.js';
import { uprightSize } from '../formats/upright-size.js';
import { type ImagePartFacts, toImagePart } from '../messages/to-image-part.js';
import type { ImagePart } from '../messages/types.js';
import { linkAddition } from './links.js';
import type { PreparedImage } from '../pipeline/types.js';
import type { QueueAddition, QueueItem, QueueLink } from './types.js';
import { createStableList } from '../internal/stable-list.js';

/** Facts about a prepared image beyond its message part, kept as long as its bytes are. */
interface Origin extends Pick<QueueItem, 'detail' | 'info'> {
  prepared: PreparedImage;
  /** The rules it was prepared for. */
  preparedFor: string;
}

const origins = new WeakMap<Blob, Origin>();

/**
 * Returns the ready images of a queue as message parts. Returns the same array and parts while they are
 * unchanged.
 */
export type SelectParts = (
  items: readonly QueueItem[],
  preparedFor: string,
) => readonly ImagePart[];

export function createPartsSelector(): SelectParts {
  const partsByItem = new WeakMap<QueueItem, ImagePart>();
  const stable = createStableList<ImagePart>();

  return (items, preparedFor) => {
    const parts: ImagePart[] = [];
    for (const item of items) {
      if (item.status !== 'ready') continue;
      const part = partsByItem.get(item) ?? partOf(item, preparedFor);
      if (!part) continue;
      partsByItem.set(item, part);
      parts.push(part);
    }
    return stable(parts);
  };
}

function partOf(item: QueueItem, preparedFor: string): ImagePart | undefined {
  const { prepared, link } = item;
  if (link) return linkPart(item, link);
  if (!prepared) return undefined;
  // Not the whole item: its unedited source is dropped once it has been sent.
  const { detail, info } = item;
  const unedited = uneditedOf(item);
  origins.set(prepared.blob, { detail, ...(info && { info }), prepared, preparedFor });
  return toImagePart(prepared, {
    id: item.id,
    name: item.name,
    original: item.file,
    ...(item.alt !== undefined && { alt: item.alt }),
    ...(item.legend !== undefined && { legend: item.legend }),
    ...(item.description !== undefined && { description: item.description }),
    ...(unedited && { unedited }),
  });
}

/** Returns the size of the image before it was marked up, and how it was cropped and turned. */
function uneditedOf({ unedited, markup }: QueueItem): ImagePartFacts['unedited'] {
  if (!unedited?.info || !markup) return undefined;
  const { crop, isFlipped, turns } = markup;
  return { ...uprightSize(unedited.info), ...(crop && { crop }), isFlipped, turns };
}

/** The endpoint detects the type itself; this value is for wire formats that require one. */
function linkPart(
  { id, name, detail, alt, description }: QueueItem,
  { url, widthPx: width, heightPx: height }: QueueLink,
): ImagePart {
  return {
    type: 'image',
    id,
    data: { kind: 'url', url },
    mediaType: 'image/jpeg',
    detail,
    name,
    ...(!isDataUrl(url) && { loadsOnPress: true }),
    ...(alt !== undefined && { alt }),
    ...(description !== undefined && { description }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

/** Returns a queue addition for an image of a message. File ids hold no bytes, so none is returned for them. */
export function queueAddition(part: ImagePart, preparedFor: string): QueueAddition | undefined {
  const bytes = part.data.kind === 'bytes' ? part.data.bytes : undefined;
  const file = part.original ?? bytes;
  if (!file) return linkOf(part);
  const origin = bytes && origins.get(bytes);
  return {
    file,
    name: part.name ?? '',
    detail: origin?.detail ?? part.detail,
    ...(part.alt !== undefined && { alt: part.alt }),
    ...(part.legend !== undefined && { legend: part.legend }),
    ...(part.description !== undefined && { description: part.description }),
    ...(origin?.info && { info: origin.info }),
    ...(origin?.preparedFor === preparedFor && { prepared: origin.prepared }),
  };
}

function linkOf(part: ImagePart): QueueAddition | undefined {
  const { data, name, detail, alt, width, height, description } = part;
  if (data.kind !== 'url') return undefined;
  const link = linkAddition(data.url, {
    detail,
    ...(name !== undefined && { name }),
    ...(alt !== undefined && { alt }),
    ...(width !== undefined && { widthPx: width }),
    ...(height !== undefined && { heightPx: height }),
  });
  return description === undefined ? link : { ...link, description };
}
