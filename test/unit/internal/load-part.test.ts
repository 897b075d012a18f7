import { describe, expect, it } from 'vitest';
import { loadPart } from '../../../src/internal/load-part.js';

const missing = '/no/such/part.js';

describe('loadPart', () => {
  it('gives the part', async () => {
    const { KitError } = await loadPart(() => import('../../../src/errors.js'));
    expect(KitError.name).toBe('KitError');
  });

  it('tells in plain words that a part did not load, and that another try may help', async () => {
    await expect(loadPart(() => import(/* @vite-ignore */ missing))).rejects.toMatchObject({
      name: 'KitError',
      code: 'unreachable',
      message: expect.stringContaining('reload the page'),
      facts: { retryable: true },
    });
  });
});
