import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/intake/html-images.js';

describe('readHtml', () => {
  test.each([
    { html: '<img src="https://a.example/b.png">', urls: ['https://a.example/b.png'] },
    { html: "<IMG alt='x' SRC='a.png'/>", urls: ['a.png'] },
    { html: '<img src=a.png width=3>', urls: ['a.png'] },
    { html: '<img\n  src = "a.png"\n>', urls: ['a.png'] },
    { html: '<img data-src="no.png" src="yes.png">', urls: ['yes.png'] },
    { html: '<img alt="a > b" src="a.png">', urls: ['a.png'] },
    { html: '<img src="a.png?x=1&amp;y=&#50;&#x33;">', urls: ['a.png?x=1&y=23'] },
    { html: '<a href="x"><img src="1.png"><img src="2.png"></a>', urls: ['1.png', '2.png'] },
    { html: '<!-- <img src="a.png"> -->', urls: [] },
    { html: '<script>"<img src=a.png>"</script>', urls: [] },
    { html: '<image src="a.png"><img><img src="">', urls: [] },
    { html: '<img src="a.png', urls: ['a.png'] },
  ])('finds the pictures of $html', ({ html, urls }) => {
    expect(readHtml(html).pictures.map(({ url }) => url)).toEqual(urls);
  });

  test.each([
    { html: '<meta charset="utf-8"><img src="a.png" alt="words">', text: '' },
    {
      html: '<html><head><title>T</title><style>p{}</style></head><body>\n<!--StartFragment--><img src="a.png"><!--EndFragment-->\n</body></html>',
      text: '',
    },
    { html: '<table><tr><td>1</td><td>2</td></tr></table>', text: '1 2' },
    { html: '<p>a &lt; b &amp;&nbsp;c</p>', text: 'a < b & c' },
    { html: '1 < 2 and 3 > 2', text: '1 < 2 and 3 > 2' },
    { html: '<p title="don\'t">it\'s</p>', text: "it's" },
    { html: '', text: '' },
  ])('reads the words of $html', ({ html, text }) => {
    expect(readHtml(html).text).toBe(text);
  });

  test('reads a picture of 20 million letters', () => {
    const url = `data:image/png;base64,${'A'.repeat(20_000_000)}`;
    expect(readHtml(`<p>x</p><img src="${url}">`).pictures[0]?.url).toBe(url);
    expect(readHtml(`<p>x</p><img src=${url}>`).pictures[0]?.url).toBe(url);
  });

  test.each(['<', '<img src="', "<a ='", '<!--', '&', '<img ', '<style>', '=', '<img x='])(
    'is not slowed down by 200,000 times %s',
    (part) => {
      // Time that grew with the square of the length would pass the limit of a test.
      expect(readHtml(part.repeat(200_000)).pictures.length).toBeLessThanOrEqual(1);
    },
  );

  test('takes whatever text it is given', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      'img',
      ' src',
      '<img src="a">',
      '<!--',
      '-->',
      '/',
      '&amp;',
      'x',
      '<style>',
      '</style>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { pictures, text } = readHtml(pieces.join(''));
        expect(pictures.every(({ url }) => url !== '')).toBe(true);
        expect(text).toBe(text.trim());
      }),
    );
  });
});
