import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/intake/html-images.js';
import { isAboutImages } from '../../../src/intake/is-about-images.js';

const isAbout = (text: string, { name = 'image.png', html = '' } = {}): boolean =>
  isAboutImages(text, [new File([], name)], readHtml(html));

describe('isAboutImages', () => {
  test.each([
    { from: 'Notes', text: '\uFFFC' },
    { from: 'Pages', text: '\uFFFC\n', html: '<p><img src="file:///private/a.tiff"></p>' },
    { from: 'Outlook', text: '[cid:image001.png@01DA1234.5678]' },
    { from: 'Gmail', text: '[image: image.png]' },
    { from: 'WeChat', text: '[图片]' },
    { from: 'a wiki', text: '![cat](https://site.example/cat/1)' },
    { from: 'a mail', text: '<https://site.example/cat/1>' },
    { from: 'an address bar', text: 'www.site.example/cat/1' },
    { from: 'a browser that hides the scheme', text: 'site.example/cat/1' },
    { from: 'a page', text: '//cdn.site.example/cat/1' },
    { from: 'an extension', text: 'chrome-extension://abcdef/capture.html' },
    { from: 'Finder', text: '10/12 sketch.png', name: '10:12 sketch.png' },
    { from: 'a terminal', text: '/Users/u/my\\ sketch.png', name: 'my sketch.png' },
    { from: 'a system of other capitals', text: 'SKETCH.PNG', name: 'sketch.png' },
    { from: 'a word processor', text: "Capture d'écran.png", name: 'Capture d’écran.png' },
    {
      from: 'Nautilus, which ends it with a zero',
      text: 'x-special/nautilus-clipboard\ncopy\nfile:///home/u/a.png\n\0',
      name: 'a.png',
    },
  ])('knows what $from puts beside an image', ({ text, name, html }) => {
    expect(isAbout(text, { ...(name && { name }), ...(html && { html }) })).toBe(true);
  });

  test.each([
    { what: 'words', text: 'Look at this' },
    { what: 'words around the place of an image', text: 'Look at \uFFFC this' },
    { what: 'words that end like a folder', text: 'either/or/', html: '<img src="x" alt="">' },
    { what: 'a note in brackets', text: '[see below]' },
    { what: 'a footnote', text: '[1]' },
    { what: 'Markdown and words', text: '![cat](https://site.example/cat/1) is my cat' },
    { what: 'words that begin like an address', text: 'www. is not needed' },
    { what: 'a cell', text: '[image]', html: '<table><tr><td>[image]</td></tr></table>' },
  ])('leaves $what as text', ({ text, html }) => {
    expect(isAbout(text, { ...(html && { html }) })).toBe(false);
  });

  test('knows a list of the names', () => {
    const files = ['b.png', 'bb.png'].map((name) => new File([], name));
    expect(isAboutImages('bb.png b.png', files, readHtml(''))).toBe(true);
    expect(isAboutImages('"b.png", "bb.png"', files, readHtml(''))).toBe(true);
    expect(isAboutImages('b.png or bb.png', files, readHtml(''))).toBe(false);
  });
});
