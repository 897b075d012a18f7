// oxlint-disable vitest/no-conditional-expect -- What is expected follows from what two random people did.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatEntry, ChatStore } from '../../../src/chat/types.js';
import { mergeConversations } from '../../../src/storage/merge-conversations.js';
import { toStoredEntry, type StoredEntry } from '../../../src/storage/stored-entry.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

const question = (id: string, text = id): StoredEntry => ({
  message: { id, role: 'user', parts: [{ type: 'text', text }] },
});
const answer = (id: string, text = id, status = 'complete'): StoredEntry => ({
  message: { id, role: 'assistant', parts: [{ type: 'text', text }] },
  answer: { status },
});
const withVersions = (
  entry: StoredEntry,
  index: number,
  ...others: readonly (readonly StoredEntry[])[]
): StoredEntry => ({ ...entry, versions: { index, others } });

/** The shown path as words, with the other versions behind each message in braces. */
function outline(entries: readonly StoredEntry[]): string {
  return entries
    .map(({ message, versions }) => {
      const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
      return versions ? `${text}{${versions.others.map(outline).join(' | ')}}` : text;
    })
    .join(' ');
}

/** A question that is one image, with what is said of it. */
const described = (alt?: string): StoredEntry => ({
  message: {
    id: 'q1',
    role: 'user',
    parts: [
      {
        type: 'image',
        id: 'image',
        data: { kind: 'stored' },
        mediaType: 'image/jpeg',
        detail: 'high',
        ...(alt !== undefined && { alt }),
      },
    ],
  },
});

const basis = [question('q1'), answer('a1')];

describe('two tabs in one conversation', () => {
  test('that begin with nothing keep what both asked, one behind the other', () => {
    const theirs = [question('from-a'), answer('to-a')];
    const mine = [question('from-b'), answer('to-b', 'half', 'streaming')];
    const first = mergeConversations([], mine, theirs);
    expect(outline(first)).toBe('from-a to-a from-b half');

    const later = [question('from-b'), answer('to-b', 'half and whole')];
    expect(outline(mergeConversations(mine, later, first))).toBe(
      'from-a to-a from-b half and whole',
    );
  });

  test.each<{
    name: string;
    mine: readonly StoredEntry[];
    theirs: readonly StoredEntry[];
    merged: string;
  }>([
    {
      name: 'both ask on',
      mine: [...basis, question('mine')],
      theirs: [...basis, question('theirs'), answer('to-theirs')],
      merged: 'q1 a1 theirs to-theirs mine',
    },
    {
      name: 'what the other removed does not come back',
      mine: [...basis, question('mine')],
      theirs: [],
      merged: 'mine',
    },
    {
      name: 'what was removed here does not come back',
      mine: [],
      theirs: [...basis, question('theirs')],
      merged: 'theirs',
    },
    {
      name: 'what the other changed stays changed',
      mine: [...basis, question('mine')],
      theirs: [question('q1', 'q1 in other words'), answer('a1', 'a1 and more')],
      merged: 'q1 in other words a1 and more mine',
    },
    {
      name: 'what was changed by one is not removed by the other',
      mine: [question('q1')],
      theirs: [question('q1'), answer('a1', 'a1 and more')],
      merged: 'q1 a1 and more',
    },
    {
      name: 'a question that is answered again here is not removed there',
      mine: [question('q1'), answer('again')],
      theirs: [],
      merged: 'q1 again',
    },
    {
      name: 'both regenerate: three answers',
      mine: [question('q1'), withVersions(answer('mine'), 1, [answer('a1')])],
      theirs: [question('q1'), withVersions(answer('theirs'), 1, [answer('a1')])],
      merged: 'q1 mine{a1 | theirs}',
    },
    {
      name: 'regenerated here, asked on there: that goes on behind its own answer',
      mine: [question('q1'), withVersions(answer('mine'), 1, [answer('a1')])],
      theirs: [...basis, question('q2'), answer('a2')],
      merged: 'q1 mine{a1 q2 a2}',
    },
    {
      name: 'asked on here, regenerated there',
      mine: [...basis, question('q2')],
      theirs: [question('q1'), withVersions(answer('theirs'), 1, [answer('a1')])],
      merged: 'q1 a1{theirs} q2',
    },
    {
      name: 'both edit the same question: three versions of it',
      mine: [withVersions(question('q1', 'mine'), 1, basis), answer('to-mine')],
      theirs: [withVersions(question('q1', 'theirs'), 1, basis), answer('to-theirs')],
      merged: 'mine{q1 a1 | theirs to-theirs} to-mine',
    },
    {
      name: 'an answer that both went on with differently is kept twice',
      mine: [question('q1'), answer('a1', 'a1 one way')],
      theirs: [question('q1'), answer('a1', 'a1 another way')],
      merged: 'q1 a1 one way{a1 another way}',
    },
    {
      name: 'a version that is only looked at elsewhere changes nothing',
      mine: [...basis, question('mine')],
      theirs: [...basis],
      merged: 'q1 a1 mine',
    },
  ])('$name', ({ mine, theirs, merged }) => {
    expect(outline(mergeConversations(basis, mine, theirs))).toBe(merged);
  });

  test('a version removed by both, and the question edited by both: both edits are kept', () => {
    const edited = [withVersions(question('q1', 'edited'), 1, basis), answer('to-edited')];
    const mine = [withVersions(question('q1', 'mine'), 1, basis), answer('to-mine')];
    const theirs = [withVersions(question('q1', 'theirs'), 1, basis), answer('to-theirs')];
    expect(outline(mergeConversations(edited, mine, theirs))).toBe(
      'mine{q1 a1 | theirs to-theirs} to-mine',
    );
  });

  test('the only version of a question reworded by both: both wordings are kept', () => {
    const merged = mergeConversations(basis, [question('q1', 'mine')], [question('q1', 'theirs')]);
    expect(outline(merged)).toBe('mine{theirs}');
  });

  test('an image of a question described by both: the question stays one', () => {
    expect(mergeConversations([described()], [described('A cat')], [described('A dog')])).toEqual([
      described('A cat'),
    ]);
  });

  test('a half answer that another tab took for cut off does not replace the whole one', () => {
    const streamed = [question('q'), answer('a', 'half', 'streaming')];
    const asSeen = [question('q'), answer('a', 'half', 'incomplete'), question('mine')];
    const whole = [question('q'), answer('a', 'half and whole')];
    expect(outline(mergeConversations(streamed, asSeen, whole))).toBe('q half and whole mine');
  });

  test('a question that is being answered here stays, whatever another tab makes of it', () => {
    const waiting = [question('q'), { ...answer('a', '', 'waiting') }];
    expect(mergeConversations(waiting, waiting, [])).toEqual(waiting);
  });

  test('a conversation of 20,000 messages is merged without running out of stack', () => {
    const long = Array.from({ length: 20_000 }, (_, n) => question(`q${n}`));
    const merged = mergeConversations(long, [...long, question('mine')], [...long, question('x')]);
    expect(merged).toHaveLength(20_002);
  });
});

type Step =
  | { kind: 'ask' | 'regenerate' | 'removeLast' | 'removeFirst' }
  | { kind: 'edit' | 'show'; at: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom<'ask' | 'regenerate' | 'removeLast' | 'removeFirst'>(
      'ask',
      'regenerate',
      'removeLast',
      'removeFirst',
    ),
  }),
  fc.record({ kind: fc.constantFrom<'edit' | 'show'>('edit', 'show'), at: fc.nat({ max: 5 }) }),
);

let lastId = 0;

/** A real chat whose server answers at once. */
function chatFrom(initialEntries: readonly ChatEntry[]): ChatStore {
  const done =
    'data: {"choices":[{"index":0,"delta":{"content":"Yes."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
  return createChatStore({
    connection: {
      wire: openaiChat,
      model: 'gpt-4o',
      baseUrl: 'https://chat.example/v1',
      fetch: async () => new Response(done, { headers: { 'content-type': 'text/event-stream' } }),
    },
    createTransport,
    initialEntries,
    createId: () => `id-${(lastId += 1)}`,
  });
}

async function take(chat: ChatStore, { kind, ...rest }: Step): Promise<void> {
  const { entries } = chat.getSnapshot();
  const at = 'at' in rest ? entries[rest.at % Math.max(1, entries.length)] : undefined;
  if (kind === 'ask') await chat.send({ text: `Question ${(lastId += 1)}` });
  if (kind === 'regenerate') await chat.regenerate();
  if (kind === 'edit' && at) await chat.edit(at.message.id, { text: `Edit ${(lastId += 1)}` });
  if (kind === 'show' && at) chat.showVersion(at.message.id, 0);
  if (kind === 'removeLast') chat.remove(entries.at(-1)?.message.id ?? '');
  if (kind === 'removeFirst') chat.remove(entries[0]?.message.id ?? '');
  await expect.poll(() => chat.getSnapshot().status, { interval: 1 }).toBe('ready');
}

async function played(from: readonly ChatEntry[], steps: readonly Step[]) {
  const chat = chatFrom(from);
  for (const next of steps) {
    // oxlint-disable-next-line no-await-in-loop -- One person does one thing after the other.
    await take(chat, next);
  }
  return chat.getSnapshot().entries;
}

const stored = (entries: readonly ChatEntry[]): readonly StoredEntry[] =>
  entries.map((entry) =>
    toStoredEntry(entry, { blobs: new Map(), idOf: () => undefined, isTaken: () => false }),
  );

/** Every message of every version, as one string each. */
function contents(entries: readonly StoredEntry[]): Set<string> {
  return new Set(
    entries.flatMap(({ message, versions }) => [
      JSON.stringify([message.id, message.parts]),
      ...(versions?.others ?? []).flatMap((other) => [...contents(other)]),
    ]),
  );
}

test('whatever two people do: nothing added is lost, nothing left alone and removed comes back, and saving again changes nothing', async () => {
  const steps = fc.array(step, { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(steps, steps, steps, async (before, doneHere, doneThere) => {
      const from = await played([], before);
      const base = stored(from);
      const mine = stored(await played(from, doneHere));
      const theirs = stored(await played(from, doneThere));
      const merged = mergeConversations(base, mine, theirs);
      const has = contents(merged);
      const [inBase, inMine, inTheirs] = [contents(base), contents(mine), contents(theirs)];
      for (const added of [...inMine, ...inTheirs]) {
        if (!inBase.has(added)) expect(has).toContain(added);
      }
      for (const old of inBase) {
        const isKept = inMine.has(old) && inTheirs.has(old);
        // A question that one removes while the other has it answered again stays with its new answer.
        if (isKept || old.includes('Yes.')) expect([old, has.has(old)]).toEqual([old, isKept]);
      }
      expect(contents(mergeConversations(mine, mine, merged))).toEqual(has);
      expect(mergeConversations(base, mine, base)).toEqual(mine);
      expect(contents(mergeConversations(base, base, theirs))).toEqual(inTheirs);
    }),
    { numRuns: 100 },
  );
});
