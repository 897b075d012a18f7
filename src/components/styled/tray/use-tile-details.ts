import { useMemo } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { useTrayItem } from '../../parts/tray/index.js';
import { distinctChoices } from '../detail/distinct-choices.js';
import { type OfferedDetail, offeredDetails } from '../detail/offered-details.js';

/** Offered where the model is unknown, or the size of the image. */
const ALL_DETAILS: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

/**
 * Returns the details of the tile's image, each of another result. The one in use is always among them.
 *
 * @param details the details that the app offers; all of the model by default
 */
export function useTileDetails(
  details: readonly ImageDetail[] | undefined,
): readonly OfferedDetail[] {
  const { item, detailChoices } = useTrayItem('ImageTray');
  const { id, info, prepared, limits, link, detail: used } = item;
  return useMemo(() => {
    const known = offeredDetails([detailChoices?.({ id, info, prepared, limits, link }) ?? []]);
    const all = known.length > 0 ? known : ALL_DETAILS.map(unknown);
    const offered = all.filter(({ detail }) => !details || details.includes(detail));
    const current = all.find(({ detail }) => detail === used) ?? unknown(used);
    return distinctChoices(offered.includes(current) ? offered : [current, ...offered], used);
  }, [detailChoices, details, id, info, prepared, limits, link, used]);
}

const unknown = (detail: ImageDetail): OfferedDetail => ({ detail, sizes: [] });
