import { expect } from 'vitest';

// By default a page remembers 250 requests, and its own modules may be as many.
performance.setResourceTimingBufferSize(5000);

const noted = (part: string): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes(part));

/**
 * Returns the addresses with these letters that the page has requested. The browser notes a request a moment after its
 * answer, so this makes a later request and waits until that one is noted.
 */
export async function requestsWith(part: string): Promise<string[]> {
  const later = `?later-${crypto.randomUUID()}`;
  await (await fetch(`${location.origin}/test/fixtures/images/quad.png${later}`)).blob();
  await expect.poll(() => noted(later)).toHaveLength(1);
  return noted(part);
}
