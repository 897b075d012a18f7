import { describe, expect, test } from 'vitest';
import { dataUrlIn, dataUrlsIn } from '../../../src/intake/data-url-in.js';
import { readFixture } from '../../helpers/read-fixture.js';

const base64 = Buffer.from(readFixture('small_text.png')).toString('base64');
const head = 'data:image/png;base64,';
const url = head + base64;
const lines = (width: number): string[] => base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

describe('dataUrlIn', () => {
  test.each([
    { how: 'as it is', text: url },
    { how: 'in capitals', text: url.replace('data:image', 'DATA:IMAGE') },
    { how: 'in lines of 76', text: head + lines(76).join('\n') },
    { how: 'in lines of 64 that begin below', text: `${head}\r\n${lines(64).join('\r\n')}\r\n` },
    { how: 'in lines that became blanks', text: head + lines(76).join(' ') },
    {
      how: 'in lines of other widths',
      text: `${head}${base64.slice(0, 50)}\n ${base64.slice(50, 120)}\n ${base64.slice(120, 900)}\n ${base64.slice(900)}`,
    },
    { how: 'with blanks around its comma', text: url.replace(';base64,', '; base64, ') },
    { how: 'in quotes', text: `"${url}"` },
    { how: 'in typographic quotes', text: `“${url}”` },
    { how: 'in quotes with a comma, as of a list', text: `  '${url}',` },
    { how: 'in backticks', text: `\`${url}\`` },
    { how: 'of a style sheet', text: `url(${url})` },
    {
      how: 'of a style sheet, quoted, with its property',
      text: `background-image: url("${url}");`,
    },
    { how: 'in Markdown', text: `![a cat](${url})` },
    { how: 'in Markdown with a title', text: `![a](${url} "A cat")` },
    { how: 'of a reference of Markdown', text: `[image1]: <${url}>` },
    { how: 'of an attribute', text: `src="${url}"` },
    { how: 'of an <img>', text: `<img alt="a cat" src="${url}" width="64">` },
    { how: 'of an <img> in lines', text: `<img src='${head}${lines(76).join('\n')}' />` },
    { how: 'of a background', text: `background: url('${url}') no-repeat 50% / cover;` },
    { how: 'of a property of JSON', text: `"image": "${url}",` },
    { how: 'of JSON', text: `"${url.replaceAll('/', '\\/')}"` },
  ])('finds one $how', ({ text }) => {
    expect(dataUrlIn(text)?.toLowerCase()).toBe(url.toLowerCase());
  });

  test('leaves base64 for addresses to its reader', () => {
    const text = head + base64.replaceAll('+', '-').replaceAll('/', '_');
    expect(dataUrlIn(text)).toBe(text);
  });

  test.each(['', 'application/octet-stream'])(
    'knows an image of the type "%s" by its beginning',
    (type) => {
      const untyped = url.replace('image/png', type);
      expect(dataUrlIn(`"${untyped}"`)).toBe(untyped);
      expect(dataUrlIn(`data:${type};base64,JVBERi0xLjQK`)).toBeUndefined();
    },
  );

  test('finds several, each on lines of its own', () => {
    const wrapped = head + lines(76).join('\n');
    expect(dataUrlsIn(`${url}\n${wrapped}\r\n\r\n"${url}"\n`)).toEqual([url, url, url]);
    expect(dataUrlsIn(`${url}\nand\n${url}`)).toEqual([]);
    expect(dataUrlsIn(`\`\`\`\n${url}\n\`\`\``)).toEqual([url]);
    expect(dataUrlsIn('')).toEqual([]);
  });

  test.each([
    { what: 'a sentence with one in it', text: `My page shows nothing for ${url} and I wonder.` },
    { what: 'words behind one', text: `${url} shows nothing` },
    { what: 'a word behind one', text: `${url}\nthanks` },
    {
      what: 'words in two lines behind one',
      text: `${head}${lines(76).join('\n')}\nplease look at this`,
    },
    {
      what: 'the beginning of one',
      text: 'A data URL begins with data:image/png;base64, and then come letters.',
    },
    { what: 'code', text: `const icon = "${url}";\nexport default icon;` },
    { what: 'a tag between words', text: `Add <img src="${url}"> to the page.` },
    { what: 'two tags', text: `<img src="${url}"><img src="${url}">` },
    { what: 'an object of JSON', text: `{"image": "${url}", "text": "What is this?"}` },
    { what: 'two of them', text: `${url}\n${url}` },
    { what: 'one of a document', text: url.replace('image/png', 'application/pdf') },
    { what: 'nothing', text: '' },
  ])('leaves $what alone', ({ text }) => {
    expect(dataUrlIn(text)).toBeUndefined();
  });

  test('is not slowed down by ten million letters', () => {
    const letters = 'A'.repeat(10_000_000);
    expect(dataUrlIn(`![](${head}${letters})`)).toHaveLength(head.length + letters.length);
    expect(dataUrlIn(`"${head}${letters}`)).toBeUndefined();
    expect(dataUrlIn(`${head}${letters} !`)).toBeUndefined();
  });
});

test.each([
  { what: 'blank lines', text: `#${'\n'.repeat(300_000)}#` },
  { what: 'blanks in Markdown', text: `![](data:image/png;base64,${' '.repeat(300_000)}x` },
  { what: 'blanks in a head', text: `data:${' '.repeat(300_000)};x` },
])('a text of $what is not read again for each of them', ({ text }) => {
  // Time that grew with the square of the length would pass the limit of a test.
  expect(dataUrlsIn(text)).toEqual([]);
});
