import { vi } from 'vitest';

const forbiddenElements =
  'script, iframe, object, embed, base, meta, link, form, style, video, audio, source, picture, svg:not(.lucide), math :is(a, [href], [style*=url], semantics, annotation-xml)';

/** What may not be in an answer as it stands on the page, each as a short description of what was found. */
export function unsafeParts(root: Element): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll(forbiddenElements)) found.push(element.tagName);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`${element.tagName} ${name}`);
      const isAddress = ['href', 'src', 'srcset', 'poster', 'background', 'action'].includes(name);
      const isDiagram = element.tagName === 'IMG' && value.startsWith('blob:');
      if (isAddress && !isDiagram && !/^(?:https?:|mailto:)/.test(value)) {
        found.push(`${name}=${value}`);
      }
    }
  }
  for (const link of root.querySelectorAll('a[href]')) {
    const rel = link.getAttribute('rel') ?? '';
    if (!rel.includes('noopener') || !rel.includes('noreferrer')) found.push(`rel=${rel}`);
  }
  // A diagram is an image that the page has drawn itself.
  if (root.querySelector('img:not([src^="blob:"])')) found.push('img');
  return found;
}

/** Addresses of a host that the page asked for, also when nothing answered. */
export function requestsTo(host: string): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).hostname === host);
}

/** Resolves once the browser has noted a request of now, and so the earlier ones, which nothing answers either. */
export async function requestsNoted(): Promise<void> {
  const address = `https://noted.invalid/${crypto.randomUUID()}`;
  await fetch(address, { mode: 'no-cors' }).catch(() => undefined);
  await vi.waitUntil(() => performance.getEntriesByName(address).length > 0, { timeout: 30_000 });
}
