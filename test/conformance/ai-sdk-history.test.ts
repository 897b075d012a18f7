/**
 * Thoughts and tools of an answer go back to a route of the AI SDK, whose own functions turn them into messages for its
 * model. The streams were recorded from the versions 5, 6 and 7 of the package.
 */
import { convertToModelMessages } from 'ai';
import type { UIMessage } from 'ai';
import { describe, expect, test } from 'vitest';
import { initialChatState, reduceChat } from '../../src/chat/reduce.js';
import { reduceEvent } from '../../src/chat/reduce-event.js';
import { joinDeltas } from '../../src/chat/join-deltas.js';
import type { ChatMessage } from '../../src/messages/types.js';
import { fromStoredEntry, toStoredEntry } from '../../src/storage/stored-entry.js';
import { readEntries } from '../../src/storage/read-entries.js';
import { aiSdkUi } from '../../src/wire/ai-sdk-ui/index.js';
import { everyCut } from '../helpers/byte-streams.js';
import { chatEvents, readStream, textOfEvents } from '../helpers/read-stream.js';

const say = (id: string, text: string): ChatMessage => ({
  id,
  role: 'user',
  parts: [{ type: 'text', text }],
});

/** Returns the answer that a recorded stream becomes, as it comes back from storage. */
async function answerOf(name: string): Promise<ChatMessage> {
  let state = reduceChat(initialChatState(), {
    type: 'turn-start',
    entries: [{ message: say('q', 'How many?') }],
    answerId: 'a',
    nowMs: 0,
  });
  for (const event of joinDeltas(await chatEvents(aiSdkUi, [readStream(aiSdkUi, name)]))) {
    if (event.type !== 'message-end' && event.type !== 'message-fail') {
      state = reduceEvent(state, 'a', event, 0);
    }
  }
  const [, answer] = state.entries;
  if (!answer) throw new Error('No answer.');
  const places = { blobs: new Map(), idOf: () => undefined, isTaken: () => false };
  const stored = structuredClone([toStoredEntry(answer, places)]);
  const [read] = readEntries(stored).entries;
  return read ? fromStoredEntry(read, new Map()).message : answer.message;
}

async function sentTo(answer: ChatMessage): Promise<UIMessage[]> {
  const { body, warnings } = await aiSdkUi.buildRequest(
    [say('q', 'How many?'), answer, say('q2', 'And now?')],
    { model: '' },
  );
  expect(warnings).toEqual([]);
  return (JSON.parse(await body.text()) as { messages: UIMessage[] }).messages;
}

describe.each(['steps-5', 'steps-6', 'steps'])('an answer in two steps (%s)', (name) => {
  test('is the same, wherever the network cuts the bytes', async () => {
    const recorded = readStream(aiSdkUi, name);
    const whole = await chatEvents(aiSdkUi, [recorded]);
    expect(textOfEvents(whole)).toBe('Two cats.');
    for (const cut of everyCut(recorded)) expect(await chatEvents(aiSdkUi, cut)).toEqual(whole);
  });

  test('goes back as the SDK itself would send it', async () => {
    const [, assistant] = await sentTo(await answerOf(name));
    expect(assistant?.parts).toEqual([
      {
        type: 'reasoning',
        text: 'They sleep.',
        state: 'done',
        providerMetadata: { anthropic: { signature: 'c2lnbmVk' } },
      },
      {
        type: 'tool-count_cats',
        toolCallId: 'call_1',
        state: 'output-available',
        input: { room: 'blue' },
        output: { cats: 2, room: 'blue' },
      },
      { type: 'step-start' },
      { type: 'text', text: 'Two cats.' },
    ]);
  });

  test('becomes the messages that a model expects', async () => {
    const messages = await convertToModelMessages(await sentTo(await answerOf(name)));
    expect(messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'tool',
      'assistant',
      'user',
    ]);
    expect(messages[1]?.content).toMatchObject([
      { type: 'reasoning', providerOptions: { anthropic: { signature: 'c2lnbmVk' } } },
      { type: 'tool-call', toolName: 'count_cats', input: { room: 'blue' } },
    ]);
  });
});

test('a call that nobody answered is left out, since models refuse to go on after one', async () => {
  const answer = await answerOf('tool');
  expect(answer.parts).toMatchObject([{ type: 'tool-call', state: 'called' }]);
  const withText = { ...answer, parts: [...answer.parts, { type: 'text', text: 'One?' } as const] };
  const [, assistant] = await sentTo(withText);
  expect(assistant?.parts).toEqual([{ type: 'text', text: 'One?' }]);
});

test.each(['described-5', 'described-6', 'described'])('%s is whole, at any cut', async (name) => {
  const recorded = readStream(aiSdkUi, name);
  const whole = await chatEvents(aiSdkUi, [recorded]);
  expect(whole.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
  for (const cut of everyCut(recorded)) expect(await chatEvents(aiSdkUi, cut)).toEqual(whole);
});
