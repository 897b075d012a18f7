import { describe, expect, test } from 'vitest';
import { maskKeyLike, maskKeys } from '../../../src/internal/mask-keys.js';

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
    {
      says: 'No API key given: <https://example.com/keys>, or see wss://example.com/keys',
      shows: 'No API key given: <https://example.com/keys>, or see wss://example.com/keys',
    },
    {
      says: 'api_key="https://example.com/keys" is an address',
      shows: 'api_key="https://example.com/keys" is an address',
    },
    { says: 'Bearer https://example.com/auth', shows: 'Bearer https://example.com/auth' },
    {
      says: 'Read https://example.com/guides/sk-learn-and-others.',
      shows: 'Read https://example.com/guides/sk-learn-and-others.',
    },
    {
      says: 'GET https://example.com/v1?key=AIzaSyDabcdefgh failed',
      shows: 'GET https://example.com/v1?key=[key hidden] failed',
    },
    {
      says: 'GET https://example.com/sk-abc123def456 failed',
      shows: 'GET https://example.com/[key hidden] failed',
    },
    { says: 'no quota left in org-AbCdEf123', shows: 'no quota left in [key hidden]' },
    { says: 'org-wide-settings apply', shows: 'org-wide-settings apply' },
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

  test('the same rule serves whoever hides keys by another word, in a text of any length', () => {
    for (const letter of ['key-', 'org-', 'sk-', 'eyJ-', 'eyJ.', 'https://']) {
      expect(maskKeyLike(letter.repeat(65_536 / letter.length), '***')).not.toBe('');
    }
    const far = `${'word '.repeat(1_000)}gsk_0123456789abcdef`;
    expect(maskKeyLike(far, '***')).toMatch(/word \*\*\*$/);
  });

  test('a hostile megabyte of words is worked off, and no key is cut in two', () => {
    for (const letter of ['a', 'k', 'api key ', 'key-', 'sk-', '.', '*']) {
      expect(maskKeys(letter.repeat(1_000_000), ['correct-horse-battery'])).not.toBe('');
    }
    const shown = maskKeys(`${'word '.repeat(398)}correct-horse-battery and more`, [
      'correct-horse-battery',
    ]);
    expect(shown).toMatch(/word…$/);
  });
});
