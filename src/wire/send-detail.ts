import type { ImageDetail } from '../models/types.js';
import type { ImagePart } from '../messages/types.js';
import type { WireQuirks, WireWarning } from './types.js';

/** Returns the detail to write, as far as the server accepts it. Changes are reported. */
export function sendDetail<Value extends ImageDetail>(
  { id, detail }: ImagePart,
  { omitDetail, details }: WireQuirks,
  known: readonly Value[],
  warnings: WireWarning[],
): Value | undefined {
  if (omitDetail === true) {
    if (detail !== 'auto') warnings.push(dropped(detail, id));
    return undefined;
  }
  const taken = known.filter((value) => details?.includes(value) ?? true);
  const same = taken.find((value) => value === detail);
  if (same !== undefined) return same;
  const high = taken.find((value) => value === 'high');
  if (detail !== 'auto')
    warnings.push(high === undefined ? dropped(detail, id) : lowered(detail, id));
  return detail === 'auto' ? undefined : high;
}

function dropped(detail: ImageDetail, imageId: string): WireWarning {
  return {
    code: 'detail-dropped',
    message: `The detail “${detail}” is not sent, because this endpoint has no such setting.`,
    imageId,
  };
}

function lowered(detail: ImageDetail, imageId: string): WireWarning {
  return {
    code: 'detail-lowered',
    message: `The detail “${detail}” is sent as “high”, because this endpoint does not know it.`,
    imageId,
  };
}
