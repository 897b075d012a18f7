import { expect, test } from 'vitest';
import { countMessageImageTokens } from '../../../src/messages/count-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { answer, ask, linked, anImage } from './sample-messages.js';

test('all images of a request are counted, each at its detail, history included', () => {
  const photo = { width: 1024, height: 768 };
  const messages = [
    ask(anImage({ ...photo, detail: 'high' }), anImage({ ...photo, detail: 'low' })),
    answer('Fine.'),
    ask(anImage({ ...photo, detail: 'auto' }), 'And?'),
  ];
  expect(countMessageImageTokens(messages, 'gpt-4o')).toBe(765 + 85 + 765);
  expect(countMessageImageTokens(messages, findRules('gpt-4o'))).toBe(765 + 85 + 765);
});

test('a link of unknown size counts nothing', () => {
  const { type, id, data, mediaType, detail } = linked('https://example.com/a.jpg');
  expect(countMessageImageTokens([ask({ type, id, data, mediaType, detail })], 'gpt-4o')).toBe(0);
});
