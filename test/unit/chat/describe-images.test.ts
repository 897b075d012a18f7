/** Images that are described for a model that reads text only: by a store alone, and by one with a preparation. */
import { describe, expect, test, vi } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatEntry, ChatStore, Connection } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import type { DescribeImages } from '../../../src/messages/describe-images.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { createRequestPreparation } from '../../../src/request/create-request-preparation.js';
import { fromStoredEntry, toStoredEntry } from '../../../src/storage/stored-entry.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { eventually } from '../../helpers/eventually.js';
import { anImage } from './fakes.js';

const answer = () =>
  new Response(
    'data: {"choices":[{"delta":{"content":"Yes."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    { headers: { 'content-type': 'text/event-stream' } },
  );

interface SetUp {
  describeImages: DescribeImages;
  model?: string;
  initialEntries?: readonly ChatEntry[];
  refusals?: string[];
}

function setUp(way: 'store' | 'preparation', given: SetUp) {
  const { describeImages, model = 'gpt-3.5-turbo', initialEntries = [], refusals = [] } = given;
  const bodies: string[] = [];
  const connection: Connection = {
    baseUrl: 'https://chat.example/v1',
    wire: openaiChat,
    model,
    maxRetries: 0,
    price: { inputPerMillion: 1, outputPerMillion: 1 },
    async fetch(input, init) {
      bodies.push(await new Request(input, init).text());
      const message = refusals.shift();
      return message === undefined
        ? answer()
        : Response.json({ error: { message } }, { status: 400 });
    },
  };
  const preparation = createRequestPreparation({ connection, describeImages });
  const store = createChatStore({
    connection,
    createTransport,
    initialEntries,
    ...(way === 'store' ? { describeImages } : preparation),
  });
  return { store, bodies, preparation };
}

const imagesOf = (store: ChatStore): ImagePart[] =>
  store
    .getSnapshot()
    .entries.flatMap(({ message }) => message.parts.filter((part) => part.type === 'image'));
const idle = (store: ChatStore) =>
  eventually(() => expect(store.getSnapshot().status).toBe('ready'));
const byId: DescribeImages = async (images) => images.map(({ id }) => `It shows ${id}.`);

/** Bytes of its own, since what was described before is known by its bytes. */
const image = (id: string): ImagePart => ({ ...anImage(id), name: `${id}.jpg` });

/** A question with an image, and its answer. */
const asked = (id: string): ChatEntry[] => [
  { message: { id, role: 'user', parts: [image(`${id}-image`), { type: 'text', text: id }] } },
  {
    message: { id: `${id}-answer`, role: 'assistant', parts: [{ type: 'text', text: 'Yes.' }] },
  },
];

describe.each(['store', 'preparation'] as const)('with a %s', (way) => {
  test('the description goes in the place of the image, marked, and stays with it', async () => {
    const describeImages = vi.fn(byId);
    const { store, bodies } = setUp(way, { describeImages });
    const images = [image('tree'), image('house')];
    expect(await store.send({ text: 'Compare.', images })).toEqual({ accepted: true });
    await idle(store);
    expect(bodies[0]).not.toContain('image_url');
    expect(bodies[0]).toContain(
      '[image 1, described by another model: tree.jpg, 640×480]\\nIt shows tree.\\n[end of image 1]',
    );
    expect(bodies[0]).toContain('[image 2, described by another model: house.jpg');
    expect(imagesOf(store).map(({ description }) => description)).toEqual([
      'It shows tree.',
      'It shows house.',
    ]);

    await store.send({ text: 'And now?' });
    await idle(store);
    expect(describeImages).toHaveBeenCalledTimes(1);
    expect(bodies[1]).toContain('It shows tree.');
  });

  test('what was described is read again from storage', async () => {
    const describeImages = vi.fn(byId);
    const { store } = setUp(way, { describeImages });
    await store.send({ text: 'What is it?', images: [image('stored')] });
    await idle(store);
    const blobs = new Map<string, Blob>();
    const entries = store
      .getSnapshot()
      .entries.map((entry) =>
        toStoredEntry(entry, { blobs, idOf: () => undefined, isTaken: () => false }),
      )
      .map((entry) =>
        fromStoredEntry(
          structuredClone(entry),
          new Map([...blobs].map(([id, blob]) => [id, new Blob([blob])])),
        ),
      );
    const again = setUp(way, { describeImages, initialEntries: entries as ChatEntry[] });
    await again.store.send({ text: 'And now?' });
    expect(again.bodies[0]).toContain('It shows stored.');
    expect(describeImages).toHaveBeenCalledTimes(1);
  });

  test('a model that can see gets the image', async () => {
    const describeImages = vi.fn(byId);
    const { store, bodies } = setUp(way, { describeImages, model: 'gpt-4o' });
    await store.send({ text: 'What is it?', images: [image('seen')] });
    expect(bodies[0]).toContain('image_url');
    expect(describeImages).not.toHaveBeenCalled();
  });

  test.each([
    ['rejects', () => Promise.reject(new KitError('unreachable', { message: 'It is offline.' }))],
    ['forgets one', async () => ['Only the first.']],
    ['says nothing', async () => ['A tree.', ' ']],
  ])('nothing is sent or lost where it %s, and the next try may end well', async (_, failing) => {
    const describeImages = vi.fn<DescribeImages>(byId).mockImplementationOnce(failing);
    const { store, bodies } = setUp(way, { describeImages });
    const input = { text: 'Compare.', images: [image(`${way}-1-${_}`), image(`${way}-2-${_}`)] };
    const outcome = await store.send(input);
    expect(outcome).toMatchObject({ accepted: false, error: { code: 'description-failed' } });
    expect(store.getSnapshot()).toMatchObject({ status: 'ready', entries: [] });
    expect(bodies).toEqual([]);
    expect(await store.send(input)).toEqual({ accepted: true });
  });

  test('is stopped at once, also where the function knows no signal', async () => {
    const { store, bodies } = setUp(way, { describeImages: () => new Promise(() => {}) });
    const sent = store.send({ text: 'What?', images: [image(`${way}-stopped`)] });
    await eventually(() => expect(store.getSnapshot().wait?.for).toBe('request'));
    store.stop();
    expect(await sent).toMatchObject({ accepted: false, error: { code: 'aborted' } });
    expect(bodies).toEqual([]);
  });
});

describe('with a preparation', () => {
  test('the preview names what will be described, and leaves its price open', async () => {
    const { store, preparation } = setUp('preparation', { describeImages: byId });
    const images = [image('previewed')];
    const before = preparation.preview({ text: 'What?', images });
    expect(before.undescribedIds).toEqual(new Set(['previewed']));
    expect(before).not.toHaveProperty('cost');
    expect(before.problems).toMatchObject([
      { code: 'no-vision', severity: 'warning', isFixedOnSend: true },
    ]);
    await store.send({ text: 'What?', images });
    const after = preparation.preview({ text: 'What?', images });
    expect(after).not.toHaveProperty('undescribedIds');
    expect(after.cost?.amount).toBeGreaterThan(0);
    expect(after.problems).toEqual([]);
  });

  test('images that are no longer sent are not described', async () => {
    const describeImages = vi.fn(byId);
    const connection: Connection = {
      baseUrl: 'https://chat.example/v1',
      wire: openaiChat,
      model: 'gpt-3.5-turbo',
      fetch: async () => answer(),
    };
    const store = createChatStore({
      connection,
      createTransport,
      initialEntries: [...asked('one'), ...asked('two'), ...asked('three')],
      ...createRequestPreparation({
        connection,
        describeImages,
        imageHistory: { keepTurns: 2, stepTurns: 1, older: 'placeholder' },
      }),
    });
    await store.send({ text: 'And now?' });
    const described = describeImages.mock.calls.flatMap(([images]) => images.map(({ id }) => id));
    expect(described).toEqual(['three-image']);
  });

  test('a model that turns out to read text only gets descriptions with the second try', async () => {
    const { store, bodies } = setUp('preparation', {
      describeImages: byId,
      model: 'gpt-4o',
      refusals: ['This model does not support image input.'],
    });
    const sent = await store.send({ text: 'What?', images: [image('refused')] });
    expect(sent).toEqual({ accepted: true });
    expect(bodies[0]).toContain('image_url');
    expect(bodies[1]).toContain('It shows refused.');
    expect(imagesOf(store)[0]?.description).toBe('It shows refused.');
  });
});
