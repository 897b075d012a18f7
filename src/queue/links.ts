import type { ImageDetail } from '../models/types.js';
import type { QueueAddition, QueueItem, QueueLink } from './types.js';

/** What is known of an image that is sent as a link. */
export interface LinkFacts {
  /** For a link that comes back. @defaultValue a new one */
  id?: string;
  /** @defaultValue the last part of the address's path, or its host */
  name?: string;
  /** With `heightPx`: lets its price be told before it is sent. */
  widthPx?: number;
  heightPx?: number;
  detail?: ImageDetail;
  alt?: string;
}

/** A link for a queue. What is kept as its file is its address, written out. */
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

/** There is nothing to prepare: it goes as it is. */
export function linkItem(item: QueueItem, link: QueueLink): QueueItem {
  return { ...item, link, status: 'ready', progress: 1, previewIsFinal: true };
}

/** What a replacement of its file leaves to go back to; a file that takes the place of a link stays. */
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
