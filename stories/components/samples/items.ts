import { linkAddition } from '../../../src/queue/links.js';
import type { QueueItem, QueueLink } from '../../../src/queue/types.js';
import { failures } from './entries.js';
import type { SampleFiles } from './load-files.js';
import { readyItem } from './images.js';

function withoutResult({ prepared: _none, ...item }: QueueItem): QueueItem {
  return item;
}

export function queuedItem(file: File): QueueItem {
  return {
    ...withoutResult(readyItem(file)),
    status: 'queued',
    progress: 0,
    previewIsFinal: false,
  };
}

export function preparingItem(file: File, progress = 0.4): QueueItem {
  return { ...queuedItem(file), status: 'preparing', progress };
}

export function failedItem(file: File, error = failures.truncated): QueueItem {
  const { previewUrl: _none, ...item } = queuedItem(file);
  return { ...item, status: 'failed', error };
}

/** Sent, but only as far as its file goes. */
export function cutShortItem(file: File): QueueItem {
  const item = readyItem(file);
  const { prepared } = item;
  if (!prepared) return item;
  const message = 'Part of the image is missing in its file.';
  return { ...item, prepared: { ...prepared, notes: [{ code: 'incomplete', message }] } };
}

/** One image in each state. */
export function everyState({ stillLife, tower, receipt, chart }: SampleFiles): QueueItem[] {
  return [
    readyItem(receipt, { detail: 'high' }),
    readyItem(stillLife, { detail: 'low' }),
    preparingItem(tower),
    { ...queuedItem(chart), id: 'waiting' },
    { ...failedItem(chart), id: 'failed', name: 'scan.jpg' },
  ];
}

/** Sent as a link: nothing of it is loaded here. */
export function linkItem(url: string, size: Omit<QueueLink, 'url'> = {}): QueueItem {
  const { file, name } = linkAddition(url);
  return {
    id: url,
    name,
    file,
    link: { url, ...size },
    detail: 'auto',
    status: 'ready',
    progress: 1,
    previewIsFinal: true,
  };
}
