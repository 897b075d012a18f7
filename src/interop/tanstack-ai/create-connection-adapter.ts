import type { ConnectConnectionAdapter } from '@tanstack/ai-client';
import { createId } from '../../internal/create-id.js';
import type { ChatEvent, MessageEndReason } from '../../wire/types.js';
import { streamAnswer, type AnswerOptions } from '../shared/stream-answer.js';
import { fromTanStackMessages } from './from-tanstack-messages.js';

type Chunk =
  ReturnType<ConnectConnectionAdapter['connect']> extends AsyncIterable<infer Value>
    ? Value
    : never;
type ChunkOf<Type extends `${Chunk['type']}`> = Extract<Chunk, { type: `${Type}` }>;

/**
 * Lets TanStack AI's `useChat` talk to an endpoint of the kit, pictures with their detail included:
 * `useChat({ connection: createConnectionAdapter({ connection }) })`. A failure is thrown as a `KitError`, which becomes
 * the client's `error`; the text that came is kept.
 */
export function createConnectionAdapter(options: AnswerOptions): ConnectConnectionAdapter {
  return {
    async *connect(messages, _data, signal, context): AsyncGenerator<Chunk, void> {
      const run = {
        threadId: context?.threadId ?? createId(),
        runId: context?.runId ?? createId(),
      };
      const { model } = options.connection;
      const messageId = createId();
      let usage: { inputTokens?: number; outputTokens?: number } = {};
      yield { type: 'RUN_STARTED' as ChunkOf<'RUN_STARTED'>['type'], ...run };
      yield {
        type: 'TEXT_MESSAGE_START' as ChunkOf<'TEXT_MESSAGE_START'>['type'],
        messageId,
        role: 'assistant',
      };
      for await (const event of streamAnswer(options, fromTanStackMessages(messages), signal)) {
        const delta = textOf(event);
        if (delta !== '') {
          yield {
            type: 'TEXT_MESSAGE_CONTENT' as ChunkOf<'TEXT_MESSAGE_CONTENT'>['type'],
            messageId,
            delta,
          };
        }
        if (event.type === 'usage-update') usage = { ...usage, ...countsOf(event) };
        if (event.type === 'message-end') {
          yield { type: 'TEXT_MESSAGE_END' as ChunkOf<'TEXT_MESSAGE_END'>['type'], messageId };
          yield {
            type: 'RUN_FINISHED' as ChunkOf<'RUN_FINISHED'>['type'],
            ...run,
            model,
            finishReason: finishReasons[event.reason],
            usage: [{ model, ...usage }],
          };
        }
      }
    },
  };
}

/** TanStack AI has no part for a picture in an answer, so it comes as markdown. */
function textOf(event: ChatEvent): string {
  if (event.type === 'text-delta' || event.type === 'refusal-delta') return event.text;
  return event.type === 'image-add' ? `\n\n![](${event.url})\n\n` : '';
}

function countsOf({ inputTokens, outputTokens }: Extract<ChatEvent, { type: 'usage-update' }>) {
  return {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
  };
}

const finishReasons: Record<
  MessageEndReason,
  NonNullable<ChunkOf<'RUN_FINISHED'>['finishReason']>
> = {
  complete: 'stop',
  length: 'length',
  refusal: 'content_filter',
  filtered: 'content_filter',
  'tool-call': 'tool_calls',
};
