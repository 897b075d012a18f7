import { describe, expect, test } from 'vitest';
import { assembleMessages } from '../../../src/messages/assemble.js';
import { mentionsImage, renumberMentions, splitMentions } from '../../../src/messages/mentions.js';
import { anImage } from './sample-messages.js';

describe('renumberMentions', () => {
  test.each([
    [
      'follows an image that moves',
      'Is @image1 like @image3?',
      'abc',
      'cab',
      'Is @image2 like @image1?',
    ],
    ['follows two that change places', '@image1, @image2', 'ab', 'ba', '@image2, @image1'],
    ['moves up behind a removed one', 'See @image3.', 'abc', 'ac', 'See @image2.'],
    [
      'marks a removed one',
      'Compare @image1 and @image2',
      'ab',
      'b',
      'Compare @image? and @image1',
    ],
    ['leaves what named nothing', 'See @image7', 'ab', 'ba', 'See @image7'],
    ['leaves the mark of one that is gone', 'See @image?', 'ab', 'b', 'See @image?'],
    [
      'is not confused by ten and more',
      '@image1 @image10',
      'abcdefghij',
      'jabcdefghi',
      '@image2 @image1',
    ],
    ['keeps how it was written', '@Image2', 'ab', 'ba', '@Image1'],
    [
      'leaves addresses and longer words',
      'me@image1 @image1st @images1',
      'ab',
      'ba',
      'me@image1 @image1st @images1',
    ],
    ['stays when images are added', '@image1', 'a', 'ab', '@image1'],
  ])('%s', (_fact, text, before, after, expected) => {
    expect(renumberMentions(text, Array.from(before), Array.from(after))).toBe(expected);
  });

  test('there and back is the same text', () => {
    const text = 'Are @image1, @image2 and @image3 of one place? (@image2!)';
    const there = renumberMentions(text, ['a', 'b', 'c'], ['c', 'a', 'b']);
    expect(renumberMentions(there, ['c', 'a', 'b'], ['a', 'b', 'c'])).toBe(text);
  });
});

describe('splitMentions', () => {
  test.each([
    ['@image1', [1]],
    ['(@image2), @Image1!', ['(', 2, '), ', 1, '!']],
    ['@image1 @image2', [1, ' ', 2]],
    ['@image3, me@image1 and @image?', ['@image3, me@image1 and @image?']],
    ['', []],
  ])('cuts "%s" where an image is named', (text, pieces) => {
    expect(splitMentions(text, 2)).toEqual(pieces);
  });
});

describe('a message with a mention', () => {
  const images = [anImage({ id: 'a' }), anImage({ id: 'b' })];

  test('labels its images, and calls them in the text what their labels say', () => {
    const [message] = assembleMessages({ text: 'Is @image2 sharper than @image1?', images });
    expect(message?.parts).toEqual([
      { type: 'text', text: 'Image 1:' },
      images[0],
      { type: 'text', text: 'Image 2:' },
      images[1],
      { type: 'text', text: 'Is Image 2 sharper than Image 1?' },
    ]);
  });

  test('of an image that is not there is left as it was written', () => {
    const [message] = assembleMessages({ text: 'Is @image3 sharp?', images });
    expect(message?.parts).toEqual([...images, { type: 'text', text: 'Is @image3 sharp?' }]);
    expect(mentionsImage('@image3 @image?', 2)).toBe(false);
  });
});
