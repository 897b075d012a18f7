import { uprightSize } from '../formats/upright-size.js';
import { checkFile, type CheckedFile, type Expandable } from './check-file.js';
import type { FoundLink } from './found.js';
import { loadLink } from './load-link.js';
import type { IntakeOptions } from './types.js';

/** A page shows an image of no more px a side until the real one has come. */
const PLACEHOLDER_PX = 32;
/** What is written out in a page beside an address is a blurred preview up to this size. */
const WRITTEN_PLACEHOLDER_PX = 128;

export type CheckedLink = CheckedFile | Expandable | { link: string };

/** The image at an address, or at another one of the same image where the first holds a placeholder or nothing. */
export async function checkLink(found: FoundLink, options: IntakeOptions): Promise<CheckedLink> {
  const { url, others = [], isShown = false } = found;
  let refused: CheckedLink | undefined;
  let placeholder: CheckedLink | undefined;
  for (const one of [url, ...others]) {
    // Of what the page shows, nothing else may be taken.
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
  // It is in memory.
  const inMemory: IntakeOptions = { ...options, keepBytes: false };
  return loaded instanceof File ? checkFile(loaded, inMemory) : { rejection: loaded };
}
