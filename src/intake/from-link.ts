import { checkFound } from './check-found.js';
import type { IntakeOptions, IntakeResult } from './types.js';

/** Collects the image at a URL that a user typed or pasted: `https://…`, also without the scheme, or a data URL. */
export async function collectLink(text: string, options: IntakeOptions): Promise<IntakeResult> {
  const url = addressOf(text);
  if (url === undefined) {
    const message =
      'This is not the URL of an image. Such a URL begins with https:// and leads to the image itself, not to a page.';
    return { images: [], rejections: [{ code: 'bad-link', message, name: '' }] };
  }
  return checkFound([{ kind: 'link', url }], { from: 'url', ...options });
}

function addressOf(text: string): string | undefined {
  const typed = text.trim();
  if (/^data:image\//i.test(typed)) return typed;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (/\s/.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, hostname, href } = new URL(address);
  const isReachable = protocol === 'https:' || protocol === 'http:';
  return isReachable && /[.:]|^localhost$/.test(hostname) ? href : undefined;
}
