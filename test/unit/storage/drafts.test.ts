import { describe, expect, test } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { joinDrafts, type StoredDraft } from '../../../src/storage/merge-drafts.js';
import { settleDraft } from '../../../src/storage/sent-draft.js';
import type { Draft } from '../../../src/storage/types.js';

const image = (id: string, blobId?: string) => ({
  id,
  name: `${id}.png`,
  detail: 'auto' as const,
  ...(blobId !== undefined && { blobId }),
});
const draft = (text: string, ...images: ReturnType<typeof image>[]): StoredDraft => ({
  id: text,
  text,
  images,
});

describe('drafts of several tabs', () => {
  test('come back as one, words and images in the order in which they were saved', () => {
    const { text, images } = joinDrafts([draft('From a', image('1')), draft('From b', image('2'))]);
    expect(text).toBe('From a\n\nFrom b');
    expect(images.map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('do not repeat what stands in another one, nor an image that is the same', () => {
    const { text, images } = joinDrafts([
      draft('Hello', image('1')),
      draft('Hello, what is this?', image('1')),
      draft(' hello '),
      draft('Hello'),
    ]);
    expect(text).toBe('Hello, what is this?\n\n hello ');
    expect(images).toHaveLength(1);
  });

  test('keep an image twice that was marked up in one of them', () => {
    const { images } = joinDrafts([draft('', image('1')), draft('', image('1', '1:marked'))]);
    expect(images.map(({ id, blobId }) => blobId ?? id)).toEqual(['1', '1:marked']);
    expect(new Set(images.map(({ id }) => id)).size).toBe(2);
  });
});

const answer = (text: string, status: 'waiting' | 'incomplete' | 'stopped'): ChatEntry => ({
  message: { id: 'a', role: 'assistant', parts: text ? [{ type: 'text', text }] : [] },
  answer: { status, startedAtMs: 0 },
});

describe('a draft that was being sent when its page went away', () => {
  const question: ChatEntry = {
    message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Hello' }] },
  };
  const before: ChatEntry = { message: { ...question.message, id: 'before' } };
  const sending: Draft = { text: 'Hello', images: [], question: { id: 'q', isAccepted: false } };

  test.each<{
    name: string;
    entries: ChatEntry[];
    found: Draft;
    shown: string[];
    isDraft: boolean;
  }>([
    {
      name: 'comes back in the composer, and not in the conversation',
      entries: [before, question, answer('', 'incomplete')],
      found: sending,
      shown: ['before'],
      isDraft: true,
    },
    {
      name: 'also where the draft does not know of the question yet',
      entries: [question, answer('', 'incomplete')],
      found: { text: 'Hello', images: [] },
      shown: [],
      isDraft: true,
    },
    {
      name: 'with what was typed since',
      entries: [question, answer('', 'waiting')],
      found: { ...sending, text: 'Hello there' },
      shown: [],
      isDraft: true,
    },
    {
      name: 'comes back in the conversation once the answer has begun',
      entries: [question, answer('Hel', 'incomplete')],
      found: sending,
      shown: ['q', 'a'],
      isDraft: false,
    },
    {
      name: 'and where it was stopped before its first word',
      entries: [question, answer('', 'stopped')],
      found: sending,
      shown: ['q', 'a'],
      isDraft: false,
    },
    {
      name: 'but the same words typed again are a draft of their own',
      entries: [question, answer('Hello!', 'incomplete')],
      found: { text: 'Hello', images: [] },
      shown: ['q', 'a'],
      isDraft: true,
    },
    {
      name: 'also where no conversation is kept',
      entries: [],
      found: sending,
      shown: [],
      isDraft: true,
    },
  ])('$name', ({ entries, found, shown, isDraft }) => {
    const settled = settleDraft(entries, found);
    expect(settled.entries.map(({ message }) => message.id)).toEqual(shown);
    expect(settled.draft).toBe(isDraft ? found : undefined);
  });
});
