// oxlint-disable vitest/no-conditional-expect -- What is expected follows from what was read.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeConversations } from '../../../src/storage/merge-conversations.js';
import { joinDrafts, readDrafts } from '../../../src/storage/merge-drafts.js';
import { readEntries } from '../../../src/storage/read-entries.js';
import { readRecord } from '../../../src/storage/read-record.js';
import { fromStoredEntry, toStoredEntry } from '../../../src/storage/stored-entry.js';

const entry = {
  message: {
    id: 'q',
    role: 'user',
    parts: [
      { type: 'image', id: 'i', data: { kind: 'stored' }, mediaType: 'image/png', detail: 'low' },
      { type: 'text', text: 'What is it?' },
    ],
  },
  answer: {
    status: 'complete',
    startedAtMs: 1,
    rating: 'up',
    error: { code: 'stalled', message: 'It stopped.', facts: { limit: 1 } },
    cost: { amount: 1, currency: 'EUR' },
  },
  warnings: [{ code: 'image-dropped', message: 'An image was left out.', imageId: 'i' }],
  versions: {
    index: 1,
    others: [[{ message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Before' }] } }]],
  },
};

/** Something of the right shape in which any value may have become any other. */
const damaged = fc
  .tuple(fc.nat({ max: 40 }), fc.anything(), fc.boolean())
  .map(([place, value, isDeleted]) => {
    let at = 0;
    function copy(part: unknown): unknown {
      at += 1;
      if (at === place) return isDeleted ? undefined : value;
      if (Array.isArray(part)) return part.map(copy);
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, copy(field)]));
    }
    return copy([entry]);
  });

const thrower = {
  get message(): never {
    throw new Error('A getter that throws.');
  },
};

const anything = fc.oneof(
  fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
  damaged,
  fc.array(fc.oneof(fc.anything(), fc.constant(entry), fc.constant(thrower))),
);

describe('a stored conversation', () => {
  test('comes back whole', () => {
    expect(readEntries([entry])).toEqual({ entries: [entry], unread: [] });
  });

  test('of any shape is read without an error, as entries that can be shown, merged and stored again', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const { entries } = readEntries(value);
        for (const { message, answer } of entries) {
          expect(typeof message.id).toBe('string');
          expect(['system', 'user', 'assistant']).toContain(message.role);
          for (const part of message.parts) {
            if (part.type === 'text') expect(typeof part.text).toBe('string');
            else if (part.type === 'image')
              expect([typeof part.id, typeof part.mediaType]).toEqual(['string', 'string']);
          }
          expect(typeof (answer?.status ?? '')).toBe('string');
        }
        const shown = entries.map((read) => fromStoredEntry(read, new Map()));
        const stored = shown.map((read) =>
          toStoredEntry(read, { blobs: new Map(), idOf: () => undefined, isTaken: () => false }),
        );
        mergeConversations([], stored, entries);
      }),
      { numRuns: 3000 },
    );
  });

  test('shows what can be read and keeps the rest', () => {
    const text = { type: 'text', text: 'Said.' };
    const odd = { type: 'from-later', data: 1 };
    const value = [null, { message: { id: 1, role: 'user', parts: [null, odd, text] } }, 'x', {}];
    const { entries, unread } = readEntries(value);
    expect(entries).toEqual([
      { message: { id: '1', role: 'user', parts: [text] }, unreadParts: [null, odd] },
    ]);
    expect(unread).toEqual([null, 'x', {}]);
  });

  test('with a price that no currency has is shown without the price', () => {
    const cost = { amount: 1, currency: 'nonsense' };
    const { entries } = readEntries([{ ...entry, answer: { status: 'odd', cost } }]);
    expect(entries[0]?.answer).toEqual({ status: 'incomplete', startedAtMs: 0 });
  });
});

test('a stored draft of any shape is read without an error, as words and images', () => {
  const draft = { text: 'Hello', images: [{ id: 'i', name: 'a.png', detail: 'low' }] };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({
          text: fc.anything(),
          images: fc.oneof(fc.anything(), fc.array(fc.anything())),
        }),
        fc.record({ drafts: fc.array(fc.oneof(fc.anything(), fc.constant(draft))) }),
      ),
      (value) => {
        const { text, images } = joinDrafts(readDrafts(value));
        expect(typeof text).toBe('string');
        for (const { id, name, detail } of images) {
          expect([typeof id, typeof name, typeof detail]).toEqual(['string', 'string', 'string']);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a record of any shape is read without an error, with a time that is not in the future', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({ format: fc.anything(), savedAtMs: fc.anything(), blobBytes: fc.anything() }),
      ),
      (stored) => {
        const record = readRecord(stored, 1000);
        expect(record === undefined || record.savedAtMs <= 1000).toBe(true);
      },
    ),
  );
});
