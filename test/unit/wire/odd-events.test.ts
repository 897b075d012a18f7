/** Pieces of an answer that are none: errors in plain words, broken JSON, events of somebody else. */
import { describe, expect, test } from 'vitest';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiImages } from '../../../src/wire/openai-images/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';
import { collect } from '../../helpers/byte-streams.js';

interface Piece {
  event?: string;
  data: string;
}

function read(wire: WireFormat, ...pieces: Piece[]): Promise<ChatEvent[]> {
  async function* events() {
    for (const { event = 'message', data } of pieces) yield { event, data, id: '' };
  }
  return collect(wire.readEvents(events()));
}

const formats: readonly WireFormat[] = [
  openaiChat,
  openaiResponses,
  openaiAssistants,
  openaiImages,
  anthropicMessages,
  geminiGenerate,
  aiSdkUi,
];

describe.each(formats)('$name', (wire) => {
  test('an error in plain words is told in these words', async () => {
    const [failure, ...more] = await read(wire, { event: 'error', data: 'Too many are asking.' });
    expect(failure).toMatchObject({
      type: 'message-fail',
      code: 'provider-error',
      message: expect.stringMatching(/“Too many are asking\.” Try again\.$/) as string,
      facts: { retryable: true, providerMessage: 'Too many are asking.' },
    });
    expect(more).toEqual([]);
  });

  test('broken JSON is a bad answer, and is not repeated', async () => {
    const [failure, ...more] = await read(wire, { data: '{"secret' });
    expect(failure).toMatchObject({
      type: 'message-fail',
      code: 'bad-response',
      message: expect.stringContaining('not valid JSON') as string,
      facts: { retryable: true },
    });
    expect(JSON.stringify(failure)).not.toContain('secret');
    expect(more).toEqual([]);
  });

  test('what another program has added is passed over', async () => {
    const events = await read(
      wire,
      { event: 'x-meter', data: 'no JSON' },
      { event: 'x-meter', data: '{"error":{"message":"Not of the model."}}' },
    );
    // There was no answer beside it.
    expect(events).toMatchObject([{ type: 'message-fail' }]);
    expect(JSON.stringify(events)).not.toMatch(/valid JSON|Not of the model/);
  });
});

const choice = (index: number, content: string) => ({ index, delta: { content } });

test('of several answers to one question, the first is read', async () => {
  const events = await read(
    openaiChat,
    { data: JSON.stringify({ choices: [choice(1, 'Dogs'), choice(0, 'Cats')] }) },
    { data: JSON.stringify({ choices: [choice(1, ' bark')] }) },
    { data: '[DONE]' },
  );
  expect(events.filter(({ type }) => type === 'text-delta')).toEqual([
    { type: 'text-delta', text: 'Cats' },
  ]);
});

test('events under a name of the server are read if they hold a piece of the answer', async () => {
  const data = JSON.stringify({ choices: [choice(0, 'Cats')] });
  const events = await read(openaiChat, { event: 'chunk', data }, { data: '[DONE]' });
  expect(events).toContainEqual({ type: 'text-delta', text: 'Cats' });
});
