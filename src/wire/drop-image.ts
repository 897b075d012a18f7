import { KitError } from '../errors.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';
import type { WireWarning } from './types.js';

/** Why a picture cannot go, or nothing where it can. */
export type ImageObstacle = string | undefined;

export function imageDropped({ id }: ImagePart, why: string): WireWarning {
  return { code: 'image-dropped', message: `A picture was left out: ${why}`, imageId: id };
}

/** Pictures without a byte are refused everywhere. */
export function emptyImage({ data }: ImagePart): ImageObstacle {
  if (data.kind === 'bytes' && data.bytes.size === 0) return 'its file is empty. Add it once more.';
  if (data.kind === 'url' && /^data:[^,]*,?$/.test(data.url))
    return 'its file is empty. Add it once more.';
  return undefined;
}

/** A message that had only such pictures would be sent empty. That is said instead. */
export function assertSomethingLeft(
  message: ChatMessage,
  partsLeft: number,
  warnings: readonly WireWarning[],
): void {
  if (partsLeft > 0 || message.parts.length === 0 || message.role !== 'user') return;
  const why = warnings.findLast(({ code }) => code === 'image-dropped')?.message ?? '';
  throw new KitError('unsupported-by-wire', {
    message: `Nothing of this message can be sent to this endpoint. ${why}`.trim(),
  });
}
