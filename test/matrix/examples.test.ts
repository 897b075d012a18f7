import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../adopters/ask.js';
import { examples, type ExampleName } from '../adopters/examples.js';
import { goodVisit, visitExample } from '../adopters/visit-example.js';

describe.skipIf(inject('unreachable') !== '')('the example', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(Object.keys(examples) as ExampleName[])(
    '%s answers a question about a photo',
    async (name) => {
      const { visit } = await visitExample(browser, name);
      expect(visit).toEqual(goodVisit);
    },
  );
});
