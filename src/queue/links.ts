import type { ImageDetail } from '../models/types.js';
import type { QueueAddition, QueueItem, QueueLink } from './types.js';

/** Known facts about an image that is sent as a link. */
export interface LinkFacts {
  /** Id of a link that is restored. @defaultValue a new one */
  id?: string;
  /** @defaultValue the last segment of the URL's path, or its host */
  name?: string;
  /** Together with `heightPx`, allows its price to be computed before it is sent. */
  widthPx?: number;
  heightPx?: number;
  detail?: ImageDetail;
  alt?: string;
}

/** Creates a queue addition for a link. Its file contains the URL as text. */
export function linkAddition(url: string, facts: LinkFacts = {}): QueueAddition {
  const { widthPx, heightPx, name = linkTitle(url), ...rest } = facts;
  const hasSize = widthPx !== undefined && heightPx !== undefined;
  return {
    ...rest,
    name,
    file: new Blob([url], { type: 'text/uri-list' }),
    link: { url, ...(hasSize && { widthPx, heightPx }) },
  };
}

/** Marks a link as ready, since there is nothing to prepare. */
export function linkItem(item: QueueItem, link: QueueLink): QueueItem {
  return { ...item, link, status: 'ready', progress: 1, previewIsFinal: true };
}

/** Returns what a replaced item needs to restore its earlier file; a file that replaces a link stays. */
export function wayBack({ link, unedited, file, info }: QueueItem): Pick<QueueItem, 'unedited'> {
  return link ? {} : { unedited: unedited ?? { file, ...(info && { info }) } };
}

function linkTitle(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return '';
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').at(-1) || hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
