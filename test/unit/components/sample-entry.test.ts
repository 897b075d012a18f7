import { expect, test } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createEntrySampler } from '../../../src/components/styled/regions/sample-entry.js';

function answer(characters: number, status: 'streaming' | 'complete' = 'streaming'): ChatEntry {
  return {
    message: {
      id: 'a',
      role: 'assistant',
      parts: [{ type: 'text', text: 'x'.repeat(characters) }],
    },
    answer: { status, startedAtMs: 0 },
  };
}

/** How many characters are read of an answer that arrives in pieces of 4. */
function readCharacters(characters: number): number {
  const sample = createEntrySampler();
  const read = new Set<ChatEntry>();
  for (let length = 4; length <= characters; length += 4) read.add(sample(answer(length)));
  const lengths = [...read].map(({ message }) =>
    message.parts[0]?.type === 'text' ? message.parts[0].text.length : 0,
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

test('reading a streaming answer costs in proportion to its length', () => {
  expect(readCharacters(24_000) / readCharacters(8000)).toBeLessThan(3.3);
  expect(readCharacters(24_000)).toBeLessThan(10 * 24_000);
});

test('an answer that has ended is read whole, and so is another one', () => {
  const sample = createEntrySampler();
  sample(answer(1000));
  const [late, ended] = [answer(1001), answer(1001, 'complete')];
  expect(sample(late)).not.toBe(late);
  expect(sample(ended)).toBe(ended);
  const other = { ...answer(2), message: { ...answer(2).message, id: 'b' } };
  expect(sample(other)).toBe(other);
});
