import { describe, expect, test } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import {
  conversationFromJSON,
  conversationToJSON,
} from '../../../src/storage/conversation-json.js';
import {
  exportConversation,
  importConversation,
} from '../../../src/storage/export-conversation.js';

const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255])], { type: 'image/png' });

const image = {
  type: 'image',
  id: 'photo',
  data: { kind: 'bytes', bytes: png },
  mediaType: 'image/png',
  detail: 'auto',
  width: 4,
  height: 3,
  name: 'cat"><script>.png',
} as const;

const entries: readonly ChatEntry[] = [
  {
    message: {
      id: 'q',
      role: 'user',
      parts: [image, { type: 'text', text: 'What <b>is</b> it?' }],
    },
  },
  {
    message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A **cat**.' }] },
    answer: {
      status: 'incomplete',
      startedAtMs: 1,
      error: new KitError('incomplete', { message: 'Cut off.' }),
    },
    versions: {
      index: 1,
      others: [
        [
          {
            message: { id: 'b', role: 'assistant', parts: [{ type: 'text', text: 'A dog.' }] },
            answer: { status: 'complete', startedAtMs: 0 },
          },
        ],
      ],
    },
  },
];

describe('a conversation as JSON', () => {
  test('comes back whole with the bytes that the app keeps elsewhere', () => {
    const json = JSON.stringify(conversationToJSON(entries, { title: 'Cats' }));
    expect(json.length).toBeLessThan(1500);
    const read = conversationFromJSON<ChatEntry>(json, {
      bytesOf: (id) => (id === 'photo' ? png : undefined),
    });
    expect(read).toMatchObject({ title: 'Cats', missingIds: [], entries });
    expect(read.problem).toBeUndefined();
    expect(KitError.is(read.entries[1]?.answer?.error)).toBe(true);
  });

  test('names an image whose bytes are missing', () => {
    const read = conversationFromJSON(conversationToJSON(entries));
    expect(read.missingIds).toEqual(['photo']);
    expect(read.entries[0]?.message.parts[0]).toMatchObject({
      type: 'text',
      text: expect.stringContaining('image no longer here') as unknown,
    });
  });

  test('has the addresses at which the app keeps its images', () => {
    const json = conversationToJSON(entries, { urlOf: ({ id }) => `/images/${id}` });
    expect(conversationFromJSON(json).entries[0]?.message.parts[0]).toMatchObject({
      data: { kind: 'url', url: '/images/photo' },
    });
  });

  test.each([
    ['nothing', ''],
    ['half a file', '{"format":"image-chat-kit/conversation","version":1,"entr'],
    ['another format', { messages: [] }],
    ['a list', []],
    ['no entries', { format: 'image-chat-kit/conversation', version: 1 }],
  ])('that is %s is refused in words', (_name, json) => {
    expect(conversationFromJSON(json)).toMatchObject({
      entries: [],
      problem: { code: 'not-a-conversation' },
    });
  });

  test('of a newer version is not guessed at', () => {
    const newer = { ...conversationToJSON(entries), version: 2 };
    expect(conversationFromJSON(newer)).toMatchObject({
      entries: [],
      problem: { code: 'newer-version' },
    });
  });

  test('that is damaged in one place has the rest, and says so', () => {
    const json = conversationToJSON(entries);
    const damaged = { ...json, entries: [{ message: 'lost' }, ...json.entries] };
    const read = conversationFromJSON(damaged, { bytesOf: () => png });
    expect(read.entries.map(({ message }) => message.id)).toEqual(['q', 'a']);
    expect(read.problem?.code).toBe('incomplete');
  });
});

describe('an exported conversation', () => {
  test('is imported again with its images and versions', async () => {
    const file = await exportConversation(entries, { format: 'json', title: 'Cats' });
    const read = await importConversation<ChatEntry>(file);
    expect(read).toMatchObject({ title: 'Cats', missingIds: [] });
    expect(read.problem).toBeUndefined();
    const [part] = read.entries[0]?.message.parts ?? [];
    if (part?.type !== 'image' || part.data.kind !== 'bytes') throw new Error('no image');
    expect(new Uint8Array(await part.data.bytes.arrayBuffer())).toEqual(
      new Uint8Array(await png.arrayBuffer()),
    );
    expect(read.entries[1]?.versions?.others).toHaveLength(1);
  });

  test('whose links point elsewhere loads none of them by itself', async () => {
    const linked: ChatEntry = {
      message: {
        id: 'q',
        role: 'user',
        parts: [{ ...image, data: { kind: 'url', url: 'https://elsewhere.example/pixel.png' } }],
      },
    };
    const file = await exportConversation([linked], { format: 'json' });
    const { entries: read } = await importConversation(file);
    expect(read[0]?.message.parts[0]).toMatchObject({ loadsOnPress: true });
  });

  test('is a page without script that shows all markup as text', async () => {
    const text = await (
      await exportConversation(entries, {
        format: 'html',
        title: '</title><script>alert(1)</script>',
      })
    ).text();
    expect(text).not.toMatch(/<script|<b>/i);
    expect(text).toContain('What &lt;b&gt;is&lt;/b&gt; it?');
    expect(text).toContain('src="data:image/png;base64,iVBORwD/"');
  });

  test('is Markdown with its images', async () => {
    const text = await (
      await exportConversation(entries, { format: 'markdown', title: 'Cats' })
    ).text();
    expect(text).toContain(
      '# Cats\n\n## You\n\n![cat"\\>\\<script\\>.png](<data:image/png;base64,',
    );
    expect(text).toContain('## Answer\n\nA **cat**.');
  });

  test('has no image of a type that can hold script', async () => {
    const svg = new Blob(['<svg onload="alert(1)"/>'], { type: 'image/svg+xml' });
    const odd = {
      message: {
        id: 'q',
        role: 'user',
        parts: [{ ...image, mediaType: 'image/svg+xml', data: { kind: 'bytes', bytes: svg } }],
      },
    } as unknown as ChatEntry;
    const text = await (await exportConversation([odd], { format: 'html' })).text();
    expect(text).not.toContain('data:image');
  });
});
