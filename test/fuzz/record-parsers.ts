import { expect } from 'vitest';
import { checkJsonSchema } from '../../src/objects/check-json-schema.js';
import { createObjectReader } from '../../src/objects/create-object-reader.js';
import { readModelCatalogue } from '../../src/models/catalogue.js';
import { conversationToJSON } from '../../src/storage/conversation-json.js';
import { importConversation } from '../../src/storage/export-conversation.js';
import { joinDrafts, readDrafts } from '../../src/storage/merge-drafts.js';
import { readRecord } from '../../src/storage/read-record.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { json, textOf, valueOf, type Parser } from './types.js';

const image = {
  type: 'image',
  id: 'i',
  data: { kind: 'url', url: 'https://a.example/b.png' },
  mediaType: 'image/png',
  detail: 'low',
  name: 'b.png',
};

const conversation = {
  format: 'image-chat-kit/conversation',
  version: 1,
  title: 'Cats',
  entries: [
    { message: { id: 'q', role: 'user', parts: [image, { type: 'text', text: 'What is it?' }] } },
    {
      message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A cat.' }] },
      answer: {
        status: 'complete',
        startedAtMs: 1,
        rating: 'up',
        error: { code: 'stalled', message: 'It stopped.', facts: { limit: 1 } },
        cost: { amount: 1, currency: 'EUR' },
      },
      versions: { index: 0, others: [] },
    },
  ],
  bytes: { 'b-1': { type: 'image/png', base64: 'iVBORw0KGgo=' } },
};

const catalogue = {
  openai: {
    models: {
      'gpt-4o': {
        id: 'gpt-4o',
        modalities: { input: ['text', 'image'] },
        limit: { context: 128_000, output: 16_384 },
        cost: { input: 2.5, output: 10, tiers: [{ context: 200_000, input: 5 }] },
      },
    },
  },
};

const schema = {
  type: 'object',
  properties: {
    cats: { type: 'integer', minimum: 0 },
    names: { type: 'array', items: { $ref: '#/$defs/name' } },
  },
  required: ['cats'],
  $defs: { name: { type: 'string', enum: ['Tom', 'Kit'] } },
};

export const recordParsers: readonly Parser[] = [
  {
    name: 'conversation',
    seeds: json(conversation),
    async read(bytes) {
      const { entries } = await importConversation(new Blob([bytes]));
      for (const { message } of entries) {
        expect([typeof message.id, Array.isArray(message.parts)]).toEqual(['string', true]);
      }
      // What was imported can be exported, and comes back the same.
      const text = JSON.stringify(conversationToJSON(entries));
      const again = await importConversation(new Blob([text]));
      expect(again.entries.map(({ message }) => message.id)).toEqual(
        entries.map(({ message }) => message.id),
      );
    },
  },
  {
    name: 'draft',
    seeds: json(
      { text: 'Hello', images: [{ id: 'i', name: 'a.png', detail: 'low' }] },
      { drafts: [{ id: 'd', text: 'Hello', files: [{ name: 'a.txt' }] }] },
    ),
    read(bytes) {
      const { text, images } = joinDrafts(readDrafts(valueOf(bytes)));
      expect(text).toBeTypeOf('string');
      for (const { id, name } of images)
        expect([typeof id, typeof name]).toEqual(['string', 'string']);
    },
  },
  {
    name: 'record',
    seeds: json({ format: 1, savedAtMs: 5, blobBytes: 3, value: {}, blobs: ['b'] }),
    read(bytes) {
      const record = readRecord(valueOf(bytes), 1000);
      expect(record === undefined || record.savedAtMs <= 1000).toBe(true);
    },
  },
  {
    name: 'catalogue',
    seeds: json(catalogue),
    refuses: true,
    read(bytes) {
      const read = readModelCatalogue(valueOf(bytes), { provider: 'openai' });
      expect(typeof (read.find('gpt-4o')?.vision ?? true)).toBe('boolean');
    },
  },
  {
    name: 'server lists',
    seeds: json(
      { data: [{ id: 'm', capabilities: { vision: true } }], has_more: true, last_id: 'm' },
      {
        models: [{ name: 'models/m', model: 'm', details: { families: ['clip'] } }],
        nextPageToken: 'x',
      },
      { id: 'file-1', state: 'ACTIVE', uri: 'https://a.example/f', file: { name: 'files/1' } },
      { input_tokens: 3, totalTokens: 4 },
    ),
    read(bytes) {
      const value = valueOf(bytes);
      for (const { models, files, tokenCount } of allWireFormats) {
        for (const { id } of models?.read(value)?.models ?? []) expect(id).not.toBe('');
        for (const hint of models?.hints ?? []) {
          for (const { id } of hint.read(value, ['m'])) expect(id).toBeTypeOf('string');
        }
        expect(files?.read(value)?.fileId ?? 'none').not.toBe('');
        expect(files?.readFailure?.(value) ?? '').toBeTypeOf('string');
        expect(tokenCount?.read(value) ?? 0).toBeGreaterThanOrEqual(0);
      }
    },
  },
  {
    name: 'object of an answer',
    seeds: json({ cats: 2, names: ['Tom'] }, { cats: -1 }),
    words: ['```json\n', '```', '{', '}', '"cats"', ':', ',', 'Here: '],
    async read(bytes) {
      const { finish } = createObjectReader({ name: 'cats', schema });
      const { problems } = await finish(textOf(bytes));
      for (const { message } of problems) expect(message).not.toBe('');
    },
  },
  {
    name: 'schema',
    seeds: json(schema),
    read(bytes) {
      const value = valueOf(bytes);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      const problems = checkJsonSchema({ cats: 1.5, names: ['x', 1] }, { ...value });
      for (const { message } of problems) expect(message).toBeTypeOf('string');
    },
  },
];
