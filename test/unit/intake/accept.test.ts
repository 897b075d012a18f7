import { describe, expect, test } from 'vitest';
import { acceptedMediaTypes } from '../../../src/intake/accept.js';

describe('acceptedMediaTypes', () => {
  test.each([
    {
      type: 'image/jpeg',
      names:
        '.jpg *.jpg .jpeg .jpe .jfif .pjpeg .pjp image/jpg image/pjpeg image/jfif image/x-jpeg image/x-citrix-jpeg .JPG',
    },
    {
      type: 'image/png',
      names: '.png *.PNG .apng image/apng image/x-png image/vnd.mozilla.apng IMAGE/PNG',
    },
    {
      type: 'image/bmp',
      names: '.bmp .dib image/x-ms-bmp image/x-bmp image/x-windows-bmp image/dib',
    },
    {
      type: 'image/heic',
      names: '.heic .heif .hif .heics .heifs image/heif image/heic-sequence image/heif-sequence',
    },
    { type: 'image/avif', names: '.avif .avifs image/avif-sequence' },
    { type: 'image/webp', names: '.webp image/webp image/x-webp webp' },
    { type: 'image/gif', names: '.gif image/gif gif' },
    { type: 'image/svg+xml', names: '.svg .svgz image/svg image/svg+xml' },
  ])('knows $type as $names', ({ type, names }) => {
    for (const name of names.split(' '))
      expect([name, ...acceptedMediaTypes([name])]).toEqual([name, type]);
  });

  test('reads lists, parameters and wildcards, and names each type once', () => {
    expect(acceptedMediaTypes(['.jfif, .png', 'image/jpeg;q=0.9', ''])).toEqual([
      'image/jpeg',
      'image/png',
    ]);
    expect(acceptedMediaTypes(['.png .gif', 'image/webp *.avif'])).toEqual([
      'image/png',
      'image/gif',
      'image/webp',
      'image/avif',
    ]);
    const all = acceptedMediaTypes(undefined);
    for (const every of ['image/*', 'image/', 'image', '*/*', '*', '.*', '*.*'])
      expect(acceptedMediaTypes([every])).toEqual(all);
    expect(acceptedMediaTypes(['application/pdf', 'image/x-icon'])).toEqual([
      'application/pdf',
      'image/x-icon',
    ]);
  });
});
