import { uprightSize } from '../formats/upright-size.js';
import { type Attachable, checkFile, type CheckedFile, type Expandable } from './check-file.js';
import type { FoundLink } from './found.js';
import { loadLink } from './load-link.js';
import type { IntakeOptions } from './types.js';

/** A page shows an image of at most this many px per side until the real one has loaded. */
const PLACEHOLDER_PX = 32;
/** A data URL next to a URL in a page is a blurred preview up to this size. */
const WRITTEN_PLACEHOLDER_PX = 128;

export type CheckedLink = CheckedFile | Attachable | Expandable | { link: string };

/** Returns the image at a URL, or at another URL of the same image if the first holds a placeholder or nothing. */
export async function checkLink(found: FoundLink, options: IntakeOptions): Promise<CheckedLink> {
  const { url, others = [], isShown = false } = found;
  let refused: CheckedLink | undefined;
  let placeholder: CheckedLink | undefined;
  for (const one of [url, ...others]) {
    // No other image may replace the one that the page shows.
    if (refused && isShown) break;
    const checked = await checkAddress(one, options);
    if ('rejection' in checked) refused ??= checked;
    else if (others.length > 0 && isPlaceholder(one, checked)) placeholder ??= checked;
    else return checked;
  }
  return refused ?? placeholder ?? checkAddress(url, options);
}

function isPlaceholder(url: string, checked: CheckedLink): boolean {
  if (!('image' in checked)) return false;
  const { width, height } = uprightSize(checked.image.info);
  const limitPx = /^data:/i.test(url) ? WRITTEN_PLACEHOLDER_PX : PLACEHOLDER_PX;
  return Math.max(width, height) <= limitPx;
}

async function checkAddress(url: string, options: IntakeOptions): Promise<CheckedLink> {
  if (/^https?:/i.test(url) && options.keepsLink?.(url)) return { link: url };
  const loaded = await loadLink(url, options);
  // The bytes are already in memory.
  const inMemory: IntakeOptions = { ...options, keepBytes: false };
  return loaded instanceof File ? checkFile(loaded, inMemory) : { rejection: loaded };
}
