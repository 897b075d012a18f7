import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { arabicWords } from '../../../src/components/words/arabic/words.js';
import { germanWords } from '../../../src/components/words/german/words.js';
import { withoutTryAgain } from '../../../src/components/words/without-try-again.js';

describe('a message next to a button that says Try again', () => {
  test.each([
    [
      'a.example cannot be reached. Check the address and the connection, then try again.',
      'a.example cannot be reached. Check the address and the connection.',
    ],
    ['Wait a little and try again.', 'Wait a little.'],
    ['Allow it for this page, and try again.', 'Allow it for this page.'],
    ['The answer stopped coming. Try again.', 'The answer stopped coming.'],
    [
      'Try again; if it keeps happening, report it.',
      'Try again; if it keeps happening, report it.',
    ],
    ['Try again, or rephrase the question.', 'Try again, or rephrase the question.'],
    ['Try again.', 'Try again.'],
  ])('%s', (message, expected) => expect(withoutTryAgain(message)).toBe(expected));

  test.each([
    ['German', germanWords, /noch einmal versuchen/],
    ['Arabic', arabicWords, /حاول مرة أخرى/],
  ])('does not say it in %s either', (_, { error }, asked) => {
    for (const code of ['unreachable', 'overloaded', 'stalled', 'incomplete'] as const) {
      const sentence = error(new KitError(code, { message: '' }));
      expect(sentence).toMatch(asked);
      expect(withoutTryAgain(sentence)).not.toMatch(asked);
      expect(withoutTryAgain(sentence)).toMatch(/\p{L}\.$/u);
    }
  });

  test('leaves the wait to a countdown', () => {
    expect(
      withoutTryAgain(
        'a.example accepts no more requests for now. It asks for a wait of 60 minutes. Try again after that. The server said: “Slow down.”',
        { hasCountdown: true },
      ),
    ).toBe('a.example accepts no more requests for now. The server said: “Slow down.”');
    for (const { error } of [germanWords, arabicWords]) {
      const told = error(new KitError('rate-limited', { message: '' }));
      const shown = withoutTryAgain(told, { hasCountdown: true });
      expect(shown.length).toBeLessThan(told.length);
      expect(shown).toMatch(/^[^.]+\.$/);
    }
  });
});
