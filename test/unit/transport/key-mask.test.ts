/** The forms in which a key may come back, and what is left alone. */
import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { hideInError } from '../../../src/transport/hide-keys.js';
import { createKeyMask, isMaskable } from '../../../src/transport/key-mask.js';

const KEY = 'sk-Ab/9+c_XYZ~7890qwert';
const MASK = '[key hidden]';

function maskOf(...keys: string[]) {
  const mask = createKeyMask();
  mask.learn(keys);
  return mask;
}

describe('a secret is worth masking', () => {
  test.each([
    ['short1', false],
    ['a234567', false],
    ['a2345678', true],
    ['12345678', false],
    ['abcdefgh', false],
    ['abcdefghijklmno', false],
    ['abcdefghijklmnop', true],
    ['a2345678\u0100', false],
    ['a2345678ÿ', true],
  ])('%s: %s', (secret, isWorth) => {
    expect(isMaskable(secret)).toBe(isWorth);
    expect(maskOf(secret).keys).toEqual(isWorth ? [secret] : []);
  });
});

describe('a key is hidden', () => {
  const escaped = KEY.split('').map(
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const onlySigns = KEY.replace(/[^a-z\d]/gi, (char) => escaped[KEY.indexOf(char)] ?? '');
  const percent = encodeURIComponent(KEY);
  test.each([
    ['as it is', KEY],
    ['in capitals', KEY.toUpperCase()],
    ['in small letters', KEY.toLowerCase()],
    ['backwards', KEY.split('').toReversed().join('')],
    ['with escaped slashes', KEY.replaceAll('/', String.raw`\/`)],
    ['with escaped signs', onlySigns],
    [
      'with escaped signs in capitals',
      onlySigns.replace(/\\u.{4}/g, (code) => code.toUpperCase().replace('U', 'u')),
    ],
    ['with signs escaped twice', onlySigns.replaceAll('\\', String.raw`\\`)],
    ['in a URL', percent],
    ['in a URL in small letters', percent.replace(/%../g, (code) => code.toLowerCase())],
    ['in a URL in a URL', encodeURIComponent(percent)],
    ['in Base64', btoa(KEY)],
    ['in Base64 behind one character', btoa(`a${KEY}`).slice(2)],
    ['in Base64 behind two', btoa(`ab${KEY}`).slice(3)],
    ['in Base64 for URLs', btoa(KEY).replaceAll('+', '-').replaceAll('/', '_')],
    ['with its middle left out', `${KEY.slice(0, 10)}…${KEY.slice(-10)}`],
    ['with its end starred out', `${KEY.slice(0, 10)}*********`],
    ['with its start cut off', KEY.slice(-14)],
  ])('%s', (_, form) => {
    const mask = maskOf(KEY);
    const text = `The key "${form}" is wrong.`;
    expect(mask.mayHold(text)).toBe(true);
    const hidden = mask.hide(text);
    expect(hidden).toMatch(/^The key "/);
    expect(hidden).toContain(MASK);
    // Nothing of six characters of it is left.
    for (let at = 0; at + 6 <= form.length; at += 1) {
      expect(hidden).not.toContain(form.slice(at, at + 6));
    }
  });

  test('wherever it stands, once for pieces that overlap', () => {
    expect(maskOf(KEY).hide(`${KEY} and ${KEY}${KEY}.`)).toBe(`${MASK} and ${MASK}.`);
    expect(maskOf(KEY, `${KEY}-more4you`).hide(`a ${KEY}-more4you b`)).toBe(`a ${MASK} b`);
  });

  test('with another replacement, and by the app’s own choice', () => {
    const mask = createKeyMask({ replacement: '***', isHidden: (secret) => secret === 'word' });
    mask.learn(['word', KEY]);
    expect(mask.keys).toEqual(['word']);
    expect(mask.hide(`a word, a Word, ${KEY}`)).toBe(`a ***, a Word, ${KEY}`);
  });
});

describe('is left alone', () => {
  test.each(['', 'Nothing here.', KEY.slice(0, 6), KEY.slice(-6), 'qwert7890'])('%j', (text) => {
    expect(maskOf(KEY).hide(text)).toBe(text);
  });

  test('everything, before a key is known', () => {
    const mask = createKeyMask();
    expect(mask.mayHold(KEY)).toBe(false);
    expect(mask.hide(KEY)).toBe(KEY);
  });
});

const nth = (index: number) => `key-number-${index}-abcdefgh`;

describe('the keys of a mask', () => {
  test('are the last eight, or all of one request', () => {
    const mask = createKeyMask();
    for (let index = 0; index < 10; index += 1) mask.learn([nth(index)]);
    expect(mask.keys).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map(nth));
    // One that is used again is new again.
    mask.learn([nth(2)]);
    mask.learn([nth(10)]);
    expect(mask.keys).toEqual([4, 5, 6, 7, 8, 9, 2, 10].map(nth));
    const many = Array.from({ length: 12 }, (_, index) => nth(index + 20));
    mask.learn(many);
    expect(mask.keys).toEqual(many);
  });
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('the bytes of a stream', () => {
  const utf8 = new TextEncoder();
  const long = 'x'.repeat(300);

  test('are held back as long as a key may begin in them', () => {
    const { shown, rest } = maskOf(KEY).hideInBytes(utf8.encode(long), false);
    expect([shown.length, rest.length]).toEqual([300 - 3 * KEY.length, 3 * KEY.length]);
    const all = maskOf(KEY).hideInBytes(utf8.encode(long), true);
    expect([all.shown.length, all.rest.length]).toEqual([300, 0]);
    const none = createKeyMask().hideInBytes(utf8.encode(long), false);
    expect([none.shown.length, none.rest.length]).toEqual([300, 0]);
  });

  test('lose each key, also one that ends where they are cut', () => {
    for (let at = 0; at <= 200; at += 1) {
      const given = utf8.encode(`${long.slice(0, at)}${KEY}${long.slice(0, 200 - at)}é`);
      const mask = maskOf(KEY);
      const first = mask.hideInBytes(given, false);
      const last = mask.hideInBytes(first.rest, true);
      expect(text(first.shown) + text(last.shown)).toBe(
        `${long.slice(0, at)}${MASK}${long.slice(0, 200 - at)}é`,
      );
      expect(last.rest).toHaveLength(0);
    }
  });
});

describe('an error', () => {
  const mask = maskOf(KEY);
  test.each([[new Error('No.')], ['No.'], [undefined], [null], [7], [{ a: 1 }]])(
    'without a key is itself: %s',
    (error) => {
      expect(hideInError(error, mask)).toBe(error);
    },
  );

  test('of the kit keeps its code and facts', () => {
    const error = new KitError('key-refused', {
      message: `No ${KEY}.`,
      facts: { providerMessage: `No ${KEY}.`, status: 401 },
      cause: new TypeError(`${KEY} is wrong.`),
    });
    const hidden = hideInError(error, mask);
    expect(hidden).toMatchObject({
      code: 'key-refused',
      message: `No ${MASK}.`,
      facts: { providerMessage: `No ${MASK}.`, status: 401 },
      cause: { name: 'TypeError', message: `${MASK} is wrong.` },
    });
    expect((hidden.cause as Error).stack).not.toContain(KEY);
  });

  test('of an app keeps its name', () => {
    const error = hideInError(new RangeError(`No ${KEY}.`), mask);
    expect(error).toMatchObject({ name: 'RangeError', message: `No ${MASK}.` });
    expect(error.stack).not.toContain(KEY);
    expect(error).toBeInstanceOf(Error);
  });
});
