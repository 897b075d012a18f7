import { afterAll, describe, expect, test } from 'vitest';
import { builtItems, makeShadcnApp } from '../helpers/shadcn-app.js';

describe('the shadcn registry', () => {
  const app = makeShadcnApp();
  afterAll(() => app.remove());

  test('has its items added to a project by shadcn, and they compile there', async () => {
    await app.add(builtItems);
    expect(app.added()).toEqual(expect.arrayContaining(['chat', 'composer', 'tray']));
    await app.compile();
  }, 120_000);
});
