import { KitError } from '../errors.js';
import { readDataUrl } from '../internal/data-url.js';
import type { FilePart, ImagePart } from '../messages/types.js';
import type { SentMessage } from './neutral.js';
import type { WireQuirks, WireWarning } from './types.js';

/** Why an image cannot be sent, or `undefined` if it can. */
export type ImageObstacle = string | undefined;

export function imageDropped({ id }: ImagePart, why: string): WireWarning {
  return { code: 'image-dropped', message: `An image was left out: ${why}`, imageId: id };
}

/** Drops a file from a format that accepts none. */
export function dropFile({ id, name }: FilePart, warnings: WireWarning[]): [] {
  warnings.push({
    code: 'file-dropped',
    message: `${name === undefined ? 'A file' : `The file “${name}”`} was left out: this endpoint does not accept files of this type.`,
    fileId: id,
  });
  return [];
}

/** Returns why the server would refuse the image in any case. */
export function imageObstacle(
  { data, mediaType }: ImagePart,
  { omitLinks, mediaTypes }: WireQuirks,
): ImageObstacle {
  const dataUrl = data.kind === 'url' ? readDataUrl(data.url) : undefined;
  const isEmpty = data.kind === 'bytes' ? data.bytes.size === 0 : dataUrl?.body === '';
  if (isEmpty) return 'its file is empty. Add it once more.';
  if (omitLinks === true && data.kind === 'url' && !dataUrl) {
    return 'this server fetches no links. Send the image itself.';
  }
  if (data.kind === 'bytes' && mediaTypes?.includes(mediaType) === false) {
    return `this server does not accept ${mediaType}. Convert the image to JPEG or PNG.`;
  }
  return undefined;
}

/** Throws for a message that had only such images, instead of sending it empty. */
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
