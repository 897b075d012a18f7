import { describe, expect, test, vi } from 'vitest';
import type { FinishedTurn } from '../../../src/chat/types.js';
import { eventually } from '../../helpers/eventually.js';
import { anImage, createFakeServer, createTestStore, settle, unreachableError } from './fakes.js';

const end = { type: 'message-end', reason: 'complete' } as const;

function createWatchedStore() {
  const server = createFakeServer();
  const turns: FinishedTurn[] = [];
  const store = createTestStore(server);
  store.setOptions({ onTurn: (turn) => turns.push(turn) });
  return { server, store, turns };
}

describe('onTurn', () => {
  test('is called once for each answer that has ended, with its question', async () => {
    const { server, store, turns } = createWatchedStore();
    for (const text of ['one', 'two']) {
      void store.send({ text, images: [anImage(text)] });
      (await server.next()).emit({ type: 'text-delta', text: `answer to ${text}` }, end);
      await settle();
    }
    await eventually(() => expect(turns).toHaveLength(2));
    const [first, second] = turns;
    expect(first?.question?.message.parts).toHaveLength(2);
    expect(first?.answer.answer?.status).toBe('complete');
    expect(first).not.toHaveProperty('previousId');
    expect(second?.previousId).toBe(first?.answer.message.id);
    expect(second?.entries).toHaveLength(4);
  });

  test('is called for an answer that was stopped, not for a question that was never accepted', async () => {
    const { server, store, turns } = createWatchedStore();
    void store.send({ text: 'refused' });
    (await server.next()).fail(unreachableError());
    await settle();
    void store.send({ text: 'stopped' });
    const exchange = await server.next();
    exchange.accept();
    exchange.emit({ type: 'text-delta', text: 'half of' });
    await eventually(() => expect(store.getSnapshot().status).toBe('streaming'));
    store.stop();
    await eventually(() => expect(turns).toHaveLength(1));
    expect(turns[0]?.answer.answer?.status).toBe('stopped');
  });

  test('sees the conversation as it is shown', async () => {
    const { server, store } = createWatchedStore();
    const onTurn = vi.fn();
    store.setOptions({ onTurn });
    void store.send({ text: 'one' });
    (await server.next()).emit({ type: 'text-delta', text: 'answer' }, end);
    await eventually(() => expect(onTurn).toHaveBeenCalledTimes(1));
    expect(onTurn).toHaveBeenCalledWith(
      expect.objectContaining({ entries: store.getSnapshot().entries }),
    );
  });
});
