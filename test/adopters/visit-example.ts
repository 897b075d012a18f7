import type { Browser } from 'playwright';
import { expect, inject } from 'vitest';
import { askAboutPhoto, type Visit } from './ask.js';
import { buildExample } from './example.js';
import { examples, type ExampleName } from './examples.js';

/** What every app shows, whatever built it. */
export const goodVisit: Visit = {
  answer: expect.stringContaining('image') as string,
  status: 'complete',
  said: [],
  elsewhere: [],
  violations: [],
  preparedByWorker: 1,
};

/** Installs, builds and serves an example, and asks it about a photo. */
export async function visitExample(
  browser: Browser,
  name: ExampleName,
): Promise<{ visit: Visit; printed: string }> {
  const { serve, chat } = examples[name];
  const app = await buildExample(name, inject('tarball'));
  try {
    const page = await serve(app);
    try {
      return { visit: await askAboutPhoto(browser, page.url, chat), printed: app.printed };
    } finally {
      await page.close();
    }
  } finally {
    app.remove();
  }
}
