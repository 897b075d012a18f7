import { KitError } from '../errors.js';
import { readDataUrl } from '../internal/data-url.js';
import type { FilePart, ImagePart } from '../messages/types.js';
import type { SentMessage } from './neutral.js';
import type { WireQuirks, WireWarning } from './types.js';

/** Why a picture cannot go, or nothing where it can. */
export type ImageObstacle = string | undefined;

export function imageDropped({ id }: ImagePart, why: string): WireWarning {
  return { code: 'image-dropped', message: `A picture was left out: ${why}`, imageId: id };
}

/** Leaves a file out of a format that takes none. */
export function dropFile({ id, name }: FilePart, warnings: WireWarning[]): [] {
  warnings.push({
    code: 'file-dropped',
    message: `${name === undefined ? 'A file' : `The file “${name}”`} was left out: this endpoint takes no such files.`,
    fileId: id,
  });
  return [];
}

/** What the server would refuse in any case. */
export function imageObstacle(
  { data, mediaType }: ImagePart,
  { omitLinks, mediaTypes }: WireQuirks,
): ImageObstacle {
  const dataUrl = data.kind === 'url' ? readDataUrl(data.url) : undefined;
  const isEmpty = data.kind === 'bytes' ? data.bytes.size === 0 : dataUrl?.body === '';
  if (isEmpty) return 'its file is empty. Add it once more.';
  if (omitLinks === true && data.kind === 'url' && !dataUrl) {
    return 'this server fetches no links. Send the picture itself.';
  }
  if (data.kind === 'bytes' && mediaTypes?.includes(mediaType) === false) {
    return `this server does not take ${mediaType}. Convert the picture to JPEG or PNG.`;
  }
  return undefined;
}

/** A message that had only such pictures would be sent empty. That is said instead. */
export function assertSomethingLeft(
  message: SentMessage,
  partsLeft: number,
  warnings: readonly WireWarning[],
): void {
  if (partsLeft > 0 || message.parts.length === 0 || message.role !== 'user') return;
  const why = warnings.findLast(({ code }) => code.endsWith('-dropped'))?.message ?? '';
  throw new KitError('unsupported-by-wire', {
    message: `Nothing of this message can be sent to this endpoint. ${why}`.trim(),
  });
}
