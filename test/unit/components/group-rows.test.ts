import { describe, expect, test } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createRowGrouper } from '../../../src/components/styled/messages/group-rows.js';

function entry(role: 'user' | 'assistant', id: string, text = 'words'): ChatEntry {
  return { message: { id, role, parts: [{ type: 'text', text }] } };
}

const turns = (count: number): ChatEntry[] =>
  Array.from({ length: count }, (_, turn) => [
    entry('user', `q${turn}`),
    entry('assistant', `a${turn}`),
  ]).flat();

const ids = (entries: readonly ChatEntry[]) => entries.map(({ message }) => message.id);

/** The groups of all sections. */
const createGroups = () => {
  const group = createRowGrouper();
  return (entries: readonly ChatEntry[]) => group(entries).flatMap(({ items }) => items);
};

describe('the rows of a conversation', () => {
  test('are in order, each once, whatever was taken out or put in', () => {
    const group = createGroups();
    const all = turns(40);
    const shown = (entries: readonly ChatEntry[]) =>
      group(entries).flatMap(({ items }) => items.map(({ entry: { message } }) => message.id));
    expect(shown(all)).toEqual(ids(all));
    const fewer = all.toSpliced(20, 2);
    expect(shown(fewer)).toEqual(ids(fewer));
    expect(shown(all)).toEqual(ids(all));
    const more = [entry('user', 'first'), entry('assistant', 'second'), ...all];
    expect(shown(more)).toEqual(ids(more));
    const otherEnd = [...all.slice(0, 31), entry('assistant', 'new'), entry('user', 'newer')];
    expect(shown(otherEnd)).toEqual(ids(otherEnd));
    const keys = group(otherEnd).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('of all groups but the last are the same objects while an answer grows', () => {
    const group = createGroups();
    const old = turns(40);
    const before = group([...old, entry('assistant', 'growing', 'one')]);
    const after = group([...old, entry('assistant', 'growing', 'one two')]);
    expect(before.length).toBeGreaterThan(4);
    expect(after.slice(0, -1).every((one, index) => one === before[index])).toBe(true);
    expect(after.at(-1)).not.toBe(before.at(-1));
    expect(after.at(-1)?.key).toBe(before.at(-1)?.key);
  });

  test('stay in their group when an earlier message goes, so that nothing is built anew', () => {
    const group = createGroups();
    const all = turns(40);
    const placesOf = (entries: readonly ChatEntry[]) =>
      new Map(group(entries).flatMap(({ key, items }) => items.map((row) => [row.key, key])));
    const before = placesOf(all);
    for (const [key, place] of placesOf(all.slice(2))) expect(before.get(key)).toBe(place);
  });

  test('of a version of an answer take the place and the key of the one before', () => {
    const group = createGroups();
    const all = turns(40);
    const keysOf = (entries: readonly ChatEntry[]) =>
      group(entries).map(({ key, items }) => [key, ...items.map((row) => row.key)]);
    const before = keysOf(all);
    expect(keysOf(all.with(41, entry('assistant', 'another')))).toEqual(before);
  });

  test('know the last question with images, and system messages have none', () => {
    const image: ChatEntry = {
      message: {
        id: 'p',
        role: 'user',
        parts: [
          {
            type: 'image',
            id: 'i',
            mediaType: 'image/png',
            detail: 'auto',
            data: { kind: 'url', url: 'https://example.org/a.png' },
          },
        ],
      },
    };
    const system: ChatEntry = { message: { id: 's', role: 'system', parts: [] } };
    const rows = createGroups()([system, ...turns(1), image, ...turns(1)]).flatMap(
      (one) => one.items,
    );
    expect(rows.map(({ question }) => question?.message.id)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'p',
    ]);
  });

  test('are far from what is seen at first, but for the last thirty and for what comes later', () => {
    const group = createGroups();
    const farCount = (entries: readonly ChatEntry[]) =>
      group(entries)
        .flatMap(({ items }) => items)
        .filter(({ isFar }) => isFar).length;
    expect(farCount(turns(40))).toBe(50);
    expect(farCount(turns(60))).toBe(60);
    expect(farCount([...turns(40), entry('user', 'new')])).toBe(50);
  });

  test('of all sections but the last are the same objects while an answer grows', () => {
    const group = createRowGrouper();
    const old = turns(500);
    const before = group([...old, entry('assistant', 'growing', 'one')]);
    const after = group([...old, entry('assistant', 'growing', 'one two')]);
    expect(before.map(({ items }) => items.length)).toEqual([20, 20, 20, 20, 20, 1]);
    expect(after.slice(0, -1).every((one, index) => one === before[index])).toBe(true);
    expect(after.at(-1)?.key).toBe(before.at(-1)?.key);
  });
});
