/** Positions of sources, which the servers count in code points, are UTF-16 units in the kit. */
import { expect, test } from 'vitest';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { chatEvents } from '../../helpers/read-stream.js';

const first = '🐈 first.';
const text = '😀😀 cats 🐈 sleep';
const start_index = Array.from(text).length - 'sleep'.length;
const citation = { url: 'https://cats.example/', start_index, end_index: start_index + 5 };

const event = (data: object, name?: string): string =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;

const delta = (item_id: string, piece: string): string =>
  event({ type: 'response.output_text.delta', item_id, content_index: 0, delta: piece });

const message = (id: string, value: string, annotations: readonly object[] = []): string =>
  event(
    { id, delta: { content: [{ index: 0, text: { value, annotations } }] } },
    'thread.message.delta',
  );

const bodies: ReadonlyArray<{ wire: WireFormat; body: string }> = [
  {
    wire: openaiChat,
    body:
      event({ choices: [{ delta: { content: `${first}\n\n${text}` } }] }) +
      event({
        choices: [
          {
            delta: {
              annotations: [
                {
                  type: 'url_citation',
                  url_citation: {
                    ...citation,
                    start_index: Array.from(first).length + 2 + start_index,
                    end_index: Array.from(first).length + 7 + start_index,
                  },
                },
              ],
            },
            finish_reason: 'stop',
          },
        ],
      }),
  },
  {
    wire: openaiResponses,
    body:
      delta('one', first) +
      delta('two', text.slice(0, 3)) +
      delta('two', text.slice(3)) +
      event({
        type: 'response.output_text.annotation.added',
        item_id: 'two',
        content_index: 0,
        annotation: { type: 'url_citation', ...citation },
      }) +
      event({ type: 'response.completed', response: { status: 'completed', output: [] } }),
  },
  {
    wire: openaiAssistants,
    body:
      message('one', first) +
      message('two', text, [{ type: 'url_citation', url_citation: citation, ...citation }]) +
      event({ id: 'run' }, 'thread.run.completed'),
  },
];

test.each(bodies)('$wire.name', async ({ wire, body }) => {
  const events = await chatEvents(wire, [new TextEncoder().encode(body)]);
  const shown = events.map((one) => (one.type === 'text-delta' ? one.text : '')).join('');
  const source = events.find((one) => one.type === 'source-add');
  expect(shown.slice(source?.range?.start, source?.range?.end)).toBe('sleep');
});
