import { describe, expect, it } from 'vitest';
import { loadModule } from '../../../src/internal/lazy-module.js';

const missing = '/no/such/part.js';

describe('loadModule', () => {
  it('gives the part', async () => {
    const { KitError } = await loadModule(() => import('../../../src/errors.js'));
    expect(KitError.name).toBe('KitError');
  });

  it('tells in plain words that a part did not load, and that another try may help', async () => {
    await expect(loadModule(() => import(/* @vite-ignore */ missing))).rejects.toMatchObject({
      name: 'KitError',
      code: 'unreachable',
      message: expect.stringContaining('reload the page'),
      facts: { retryable: true },
    });
  });
});
