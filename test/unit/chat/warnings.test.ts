/** What a wire format cannot carry is listed at the question, once in a conversation. */
import { expect, test } from 'vitest';
import type { ImagePart } from '../../../src/messages/types.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { createFakeServer, createTestStore, anImage, plainWire, settle } from './fakes.js';

const end = { type: 'message-end', reason: 'complete' } as const;
const uploaded: ImagePart = { ...anImage('far'), data: { kind: 'file-id', fileId: 'file-1' } };

/** Asks three questions, the second with an image of another kind that the format cannot carry. */
async function asked(quirks: object = {}) {
  const server = createFakeServer();
  const wire: WireFormat = {
    ...plainWire,
    buildRequest: (messages, options) => openaiChat.buildRequest(messages, options),
  };
  const store = createTestStore(server, {
    connection: { baseUrl: 'https://chat.example', wire, model: 'm', options: { quirks } },
  });
  const questions = [[anImage('a')], [uploaded], []];
  for (const images of questions) {
    void store.send({ text: 'What is it?', images });
    (await server.next()).emit({ type: 'text-delta', text: 'A cat.' }, end);
    await settle();
  }
  return { server, store };
}

const listed = (store: Awaited<ReturnType<typeof asked>>['store']) =>
  store
    .getSnapshot()
    .entries.filter(({ message }) => message.role === 'user')
    .map(({ warnings = [] }) => warnings.map(({ code, imageId }) => `${code} ${imageId}`));

test('a warning is listed at the first question that it applies to', async () => {
  const { store } = await asked({ omitDetail: true });
  expect(listed(store)).toEqual([['detail-dropped a'], ['image-dropped far'], []]);
});

test('a question that is asked again lists what applies now', async () => {
  const { server, store } = await asked({ omitDetail: true });
  store.setOptions({
    connection: { baseUrl: 'https://chat.example', wire: plainWire, model: 'm' },
  });
  const [, , , secondAnswer] = store.getSnapshot().entries;
  void store.regenerate(secondAnswer?.message.id ?? '');
  (await server.next()).emit({ type: 'text-delta', text: 'A dog.' }, end);
  await settle();
  expect(listed(store)).toEqual([['detail-dropped a'], []]);
});
