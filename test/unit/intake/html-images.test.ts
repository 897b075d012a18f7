import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addressesOf } from '../../../src/intake/addresses-of.js';
import { readHtml } from '../../../src/intake/html-images.js';

const addressesIn = (html: string, base?: string): string[] =>
  readHtml(html).images.flatMap((image) => addressesOf(image, base));

describe('readHtml', () => {
  test.each([
    { html: '<img src="https://a.example/b.png">', urls: ['https://a.example/b.png'] },
    { html: "<IMG alt='x' SRC='a.png'/>", urls: ['a.png'] },
    { html: '<img src=a.png width=3>', urls: ['a.png'] },
    { html: '<img\n  src = "a.png"\n>', urls: ['a.png'] },
    { html: '<img data-x="no.png" src="yes.png">', urls: ['yes.png'] },
    { html: '<img alt="a > b" src="a.png">', urls: ['a.png'] },
    { html: '<img src="a.png?x=1&amp;y=&#50;&#x33;">', urls: ['a.png?x=1&y=23'] },
    { html: '<a href="x"><img src="1.png"><img src="2.png"></a>', urls: ['1.png', '2.png'] },
    { html: '<!-- <img src="a.png"> -->', urls: [] },
    { html: '<script>"<img src=a.png>"</script>', urls: [] },
    { html: '<image src="a.png"><img><img src="">', urls: [] },
    { html: '<img src="a.png', urls: ['a.png'] },
  ])('finds the images of $html', ({ html, urls }) => {
    expect(addressesIn(html)).toEqual(urls);
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

  test('reads an image of 20 million letters', () => {
    const url = `data:image/png;base64,${'A'.repeat(20_000_000)}`;
    expect(addressesIn(`<p>x</p><img src="${url}">`)[0]).toBe(url);
    expect(addressesIn(`<p>x</p><img src=${url}>`)[0]).toBe(url);
  });

  test.each(['<', '<img src="', "<a ='", '<!--', '&', '<img ', '<style>', '=', '<img x='])(
    'is not slowed down by 200,000 times %s',
    (part) => {
      // Time that grew with the square of the length would pass the limit of a test.
      expect(readHtml(part.repeat(200_000)).images.length).toBeLessThanOrEqual(1);
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
        const { images, text } = readHtml(pieces.join(''));
        for (const image of images) expect(addressesOf(image)).not.toContain('');
        expect(text).toBe(text.trim());
      }),
    );
  });
});

describe('addressesOf', () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const base = 'https://site.example/a/page';

  test.each([
    {
      what: 'the largest of a set, then src',
      html: '<img src="s.png" srcset="s.png 64w, m.png 320w,l.png 640w">',
      urls: ['l.png', 'm.png', 's.png'],
    },
    {
      what: 'the densest of a set',
      html: '<img srcset="a.png, b.png 2x" src="a.png">',
      urls: ['b.png', 'a.png'],
    },
    {
      what: 'an address with a comma in it',
      html: '<img srcset="/w_640,h_480/a.png 640w, /w_64,h_48/a.png 64w">',
      urls: ['https://site.example/w_640,h_480/a.png', 'https://site.example/w_64,h_48/a.png'],
    },
    {
      what: 'the sources of an image, unless no browser opens them',
      html: '<picture><source srcset="a.jxl 900w" type="image/jxl"><source type="image/avif" srcset="a.avif 800w"><img src="a.jpg"></picture><img src="b.jpg">',
      urls: ['a.avif', 'a.jpg', 'b.jpg'],
    },
    {
      what: 'what a script loads before what stands in for it',
      html: `<img class="lazy" src="${dot}" data-src="a.jpg">`,
      urls: ['a.jpg', dot],
    },
    {
      what: 'a set for a script',
      html: `<img src="${dot}" data-lazy-srcset="a.jpg 1x, b.jpg 2x" data-lazy-src="a.jpg">`,
      urls: ['b.jpg', 'a.jpg', dot],
    },
    {
      what: 'a name that a reader of feeds made up',
      html: `<img src="${dot}" data-actualsrc="a.jpg">`,
      urls: ['a.jpg', dot],
    },
    {
      what: 'the larger version of a gallery, after what the page shows',
      html: '<img src="s.jpg" data-large-file="l.jpg?w=2000" data-width="2000" data-id="l">',
      urls: ['s.jpg', 'l.jpg?w=2000'],
    },
    {
      what: 'no image that is only shown under the pointer or instead of this one',
      html: '<img src="a.jpg" data-hover-src="b.jpg" data-fallback="c.jpg" data-thumb="d.jpg">',
      urls: ['a.jpg'],
    },
    {
      what: 'nothing where there is none',
      html: '<img src="#" data-id="7"><img src=" ">',
      urls: [],
    },
    {
      what: 'no protocol',
      html: '<img src="//cdn.example/a.png">',
      urls: ['https://cdn.example/a.png'],
    },
  ])('knows $what', ({ html, urls }) => {
    const expected = urls.map((url) => new URL(url, base).href);
    expect(addressesIn(html, base)).toEqual(expected);
  });

  test('leaves out the sources for another screen', () => {
    const html =
      '<picture><source media="(prefers-color-scheme: dark)" srcset="dark.png 900w"><source media="print" srcset="print.png"><source srcset="light.png 2x"><img src="small.png"></picture>';
    vi.stubGlobal('matchMedia', (media: string) => ({ matches: media === 'all' }));
    expect(addressesIn(html)).toEqual(['light.png', 'small.png']);
    vi.unstubAllGlobals();
  });

  test('leaves a relative address as it is where it knows no page', () => {
    expect(addressesIn('<img src="/a.png">')).toEqual(['/a.png']);
    expect(addressesIn('<img src="//cdn.example/a.png">')).toEqual(['https://cdn.example/a.png']);
  });

  test('is not slowed down by a set of 5 million letters', () => {
    expect(addressesIn(`<img srcset="${'a'.repeat(5_000_000)}" src="x">`)).toHaveLength(2);
    expect(addressesIn(`<img srcset="${', a 1x'.repeat(300_000)}" src="x">`)).toEqual(['a', 'x']);
  });
});

test('a picture that does not end has no more sources than one that does', () => {
  const [image] = readHtml(`${'<source srcset="a.avif">'.repeat(1000)}<img src="a.jpg">`).images;
  expect(image?.sources.length).toBeLessThanOrEqual(50);
});
