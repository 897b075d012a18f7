import { describe, expect, test } from 'vitest';
import { imageTypeOf, readDataUrl } from '../../../src/internal/data-url.js';
import { base64Of, tidyDataUrl } from '../../../src/internal/tidy-data-url.js';

describe('a data URL', () => {
  test.each([
    ['data:image/png;base64,AAAA', { mediaType: 'image/png', isBase64: true, body: 'AAAA' }],
    [
      'DATA:Image/PNG; charset=utf-8; BASE64,AA,A',
      { mediaType: 'image/png', isBase64: true, body: 'AA,A' },
    ],
    ['data:,', { mediaType: '', isBase64: false, body: '' }],
    ['data:image/png', { mediaType: 'image/png', isBase64: false, body: '' }],
  ])('%s is taken apart', (url, parts) => {
    expect(readDataUrl(url)).toEqual(parts);
  });

  test.each([
    'https://example.com/data:image/png',
    '',
    ' data:image/png;base64,AAAA',
    'blob:data:',
  ])('%j is none', (url) => {
    expect(readDataUrl(url)).toBeUndefined();
    expect(base64Of(url)).toBeUndefined();
    expect(tidyDataUrl(url, 'image/png')).toBe(url);
  });

  test('is tidied: no whitespace, the proper name of its type, and base64 where it had none', () => {
    expect(tidyDataUrl('data:image/jpg;base64,/9j/\n4A%20==', 'image/png')).toBe(
      'data:image/jpeg;base64,/9j/4A==',
    );
    expect(tidyDataUrl('data:;base64,AAAA', 'image/png')).toBe('data:image/png;base64,AAAA');
    expect(base64Of('data:text/plain,a%20b')).toEqual({
      mediaType: 'text/plain',
      base64: btoa('a b'),
    });
    expect(base64Of('data:text/plain,%ZZ')).toBeUndefined();
  });

  test('names the type of image that it holds, if it holds one', () => {
    expect(imageTypeOf('data:image/WebP;base64,AAAA')).toBe('image/webp');
    expect(imageTypeOf('data:text/plain,hi')).toBeUndefined();
    expect(imageTypeOf('https://example.com/a.png')).toBeUndefined();
  });
});
