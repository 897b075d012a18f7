import { describe, expect, test, vi } from 'vitest';
import { createQuestionQueue } from '../../../src/chat/question-queue.js';
import { KitError } from '../../../src/errors.js';
import { eventually } from '../../helpers/eventually.js';
import { anImage, createFakeServer, createTestStore, transcript } from './fakes.js';

const end = { type: 'message-end', reason: 'complete' } as const;

/** A chat whose first question is being answered, and a queue beside it. */
async function answering() {
  const server = createFakeServer();
  const chat = createTestStore(server);
  const queue = createQuestionQueue({ chat, send: chat.send });
  queue.connect();
  void chat.send({ text: 'first' });
  const exchange = await server.next();
  exchange.accept();
  return { server, chat, queue, exchange };
}

type Queue = ReturnType<typeof createQuestionQueue>;

const textsOf = (queue: Queue): string[] =>
  queue
    .getSnapshot()
    .entries.map(({ message }) =>
      message.parts.map((part) => (part.type === 'text' ? part.text : `[${part.type}]`)).join(' '),
    );

describe('waiting questions', () => {
  test('are sent one after another, each after the answer before it, with their images', async () => {
    const { server, chat, queue, exchange } = await answering();
    queue.add({ text: 'second', images: [anImage('a')] });
    queue.add({ text: 'third' });
    expect(textsOf(queue)).toEqual(['[image] second', 'third']);

    exchange.emit({ type: 'text-delta', text: 'one' }, end);
    const second = await server.next();
    second.accept();
    await eventually(() => expect(textsOf(queue)).toEqual(['third']));
    second.emit({ type: 'text-delta', text: 'two' }, end);
    const third = await server.next();
    third.emit({ type: 'text-delta', text: 'three' }, end);
    await eventually(() =>
      expect(transcript(chat)).toEqual([
        'user: first',
        'assistant: one',
        'user: [a] second',
        'assistant: two',
        'user: third',
        'assistant: three',
      ]),
    );
    await eventually(() => expect(textsOf(queue)).toEqual([]));
    expect(server.exchanges).toHaveLength(3);
  });

  test('wait after Stop until the user sends the next', async () => {
    const { server, chat, queue } = await answering();
    queue.add({ text: 'second' });
    queue.add({ text: 'third' });
    chat.stop();
    await eventually(() => expect(queue.getSnapshot().pause).toEqual({ because: 'stopped' }));
    expect(textsOf(queue)).toEqual(['second', 'third']);
    expect(server.exchanges).toHaveLength(1);

    queue.sendNext();
    queue.sendNext();
    (await server.next()).emit({ type: 'text-delta', text: 'two' }, end);
    (await server.next()).emit({ type: 'text-delta', text: 'three' }, end);
    await eventually(() => expect(textsOf(queue)).toEqual([]));
    expect(server.exchanges).toHaveLength(3);
  });

  test.each(['refusal', 'filtered', 'tool-call'] as const)(
    'wait after an answer that ended with %s',
    async (reason) => {
      const { queue, exchange } = await answering();
      queue.add({ text: 'second' });
      exchange.emit({ type: 'message-end', reason });
      await eventually(() => expect(queue.getSnapshot().pause).toEqual({ because: 'failed' }));
      expect(textsOf(queue)).toEqual(['second']);
    },
  );

  test('wait after an answer that broke off, and after one that never came', async () => {
    for (const isAccepted of [true, false]) {
      const server = createFakeServer();
      const chat = createTestStore(server);
      const queue = createQuestionQueue({ chat, send: chat.send });
      queue.connect();
      void chat.send({ text: 'first' });
      const exchange = await server.next();
      if (isAccepted) exchange.accept();
      queue.add({ text: 'second' });
      exchange.fail(new KitError('overloaded', { message: 'Busy.' }));
      await eventually(() => expect(queue.getSnapshot().pause).toEqual({ because: 'failed' }));
      expect(textsOf(queue)).toEqual(['second']);
    }
  });

  test('keep a question that is refused in first place, with the reason', async () => {
    const { server, chat, queue, exchange } = await answering();
    queue.add({ text: 'second' });
    queue.add({ text: 'third' });
    exchange.emit(end);
    const error = new KitError('request-too-large', { message: 'Too large.' });
    (await server.next()).fail(error);
    await eventually(() =>
      expect(queue.getSnapshot().pause).toEqual({ because: 'refused', error }),
    );
    expect(textsOf(queue)).toEqual(['second', 'third']);
    expect(chat.getSnapshot().error).toBeUndefined();
    expect(transcript(chat)).toEqual(['user: first', 'assistant: ']);

    queue.take(queue.getSnapshot().entries[0]?.message.id ?? '');
    queue.sendNext();
    (await server.next()).emit({ type: 'text-delta', text: 'three' }, end);
    await eventually(() => expect(textsOf(queue)).toEqual([]));
    expect(transcript(chat).at(-2)).toBe('user: third');
  });

  test('can be taken out, put back and moved, except the one in flight', async () => {
    const { server, queue, exchange } = await answering();
    const [second, third] = [queue.add({ text: 'second' }), queue.add({ text: 'third' })];
    queue.move(third, 0);
    expect(textsOf(queue)).toEqual(['third', 'second']);
    const taken = queue.take(second);
    expect(textsOf(queue)).toEqual(['third']);
    if (taken) queue.putBack(taken, 0);
    expect(textsOf(queue)).toEqual(['second', 'third']);

    exchange.emit(end);
    await server.next();
    expect(queue.getSnapshot().sendingId).toBe(second);
    expect(queue.take(second)).toBeUndefined();
    expect(textsOf(queue)).toEqual(['second', 'third']);
  });

  test('that were restored wait for the user, without those that the conversation has', async () => {
    const { server, chat, queue } = await answering();
    const [asked] = chat.getSnapshot().entries;
    const stored = [asked, { message: { id: 'b', role: 'user', parts: [] } }] as const;
    queue.setEntries(() => stored.filter((entry) => entry !== undefined));
    expect(queue.getSnapshot().entries.map(({ message }) => message.id)).toEqual(['b']);
    chat.stop();
    await eventually(() => expect(queue.getSnapshot().pause).toEqual({ because: 'restored' }));
    expect(server.exchanges).toHaveLength(1);
  });

  test('are not sent if another page has them', async () => {
    const { server, queue, exchange } = await answering();
    const release = vi.fn();
    const claim = vi.fn(async () => (claim.mock.calls.length > 1 ? release : undefined));
    queue.connect(claim);
    queue.add({ text: 'second' });
    exchange.emit(end);
    await eventually(() => expect(queue.getSnapshot().pause).toEqual({ because: 'elsewhere' }));
    expect(textsOf(queue)).toEqual(['second']);
    expect(server.exchanges).toHaveLength(1);

    queue.sendNext();
    (await server.next()).accept();
    await eventually(() => expect(release).toHaveBeenCalledOnce());
    expect(textsOf(queue)).toEqual([]);
  });
});
