import { describe, expect, test } from 'vitest';
import { maskKeys } from '../../../src/internal/mask-keys.js';

describe('maskKeys', () => {
  test.each([
    {
      says: 'Incorrect API key provided: sk-demo*****echo. You can find your API key at https://platform.openai.com/account/api-keys.',
      shows:
        'Incorrect API key provided: [key hidden]. You can find your API key at https://platform.openai.com/account/api-keys.',
    },
    {
      says: 'Get an API key: https://example.com/keys or http://localhost:3000/keys',
      shows: 'Get an API key: https://example.com/keys or http://localhost:3000/keys',
    },
    {
      says: 'See https://help.example.com/articles/5112595-best-practices-for-api-key-safety-and-care',
      shows:
        'See https://help.example.com/articles/5112595-best-practices-for-api-key-safety-and-care',
    },
    { says: 'invalid x-api-key', shows: 'invalid x-api-key' },
    { says: 'api_key=abcdef123456 is wrong', shows: 'api_key=[key hidden] is wrong' },
    { says: '"api key": "abcdef123456"', shows: '"api key": "[key hidden]"' },
    { says: 'key-1f2e3d4c5b6a is wrong', shows: '[key hidden] is wrong' },
    { says: 'key_****cdef is wrong', shows: '[key hidden] is wrong' },
    { says: 'API key not valid: AIzaSyD-0123456789', shows: 'API key not valid: [key hidden]' },
    { says: 'Bearer eyJhbGciOiJI.eyJzdWIiOiIx.sig', shows: 'Bearer [key hidden]' },
    { says: 'gsk_0123456789abcdef...', shows: '[key hidden]...' },
  ])('$says', ({ says, shows }) => {
    expect(maskKeys(says)).toBe(shows);
  });

  test('a key that is known is hidden whatever it looks like, also with its middle left out', () => {
    const key = 'correct-horse-battery';
    expect(maskKeys(`refused: ${key}`, [key])).toBe('refused: [key hidden]');
    expect(maskKeys('refused: corr****tery', [key])).toBe('refused: [key hidden]');
    expect(maskKeys('wait a moment...', [key])).toBe('wait a moment...');
  });

  test('a hostile megabyte of words takes no time, and no key is cut in two', () => {
    const start = performance.now();
    for (const letter of ['a', 'k', 'api key ', 'key-', 'sk-', '.', '*']) {
      maskKeys(letter.repeat(1_000_000), ['correct-horse-battery']);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
    const shown = maskKeys(`${'word '.repeat(398)}correct-horse-battery and more`, [
      'correct-horse-battery',
    ]);
    expect(shown).toMatch(/word…$/);
  });
});
