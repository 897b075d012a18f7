import { createId } from '../../internal/create-id.js';
import type { ChatEvent, MessageEndReason } from '../../wire/types.js';
import { streamAnswer, type AnswerOptions } from '../shared/stream-answer.js';
import { fromTanStackMessages } from './from-tanstack-messages.js';
import type { ImageConnectionAdapter } from './types.js';

/**
 * Connects TanStack AI's `useChat` to an endpoint of the kit, including images with their detail: `useChat({
 * connection: createConnectionAdapter({ connection }) })`. A failure is thrown as a `KitError`, which becomes
 * the client's `error`; the text so far is kept.
 */
export function createConnectionAdapter(options: AnswerOptions): ImageConnectionAdapter {
  return {
    async *connect(messages, _data, signal, context) {
      const run = {
        threadId: context?.threadId ?? createId(),
        runId: context?.runId ?? createId(),
      };
      const { model } = options.connection;
      const messageId = createId();
      let usage: { inputTokens?: number; outputTokens?: number } = {};
      yield { type: 'RUN_STARTED', ...run };
      yield {
        type: 'TEXT_MESSAGE_START',
        messageId,
        role: 'assistant',
      };
      for await (const event of streamAnswer(options, fromTanStackMessages(messages), signal)) {
        const delta = textOf(event);
        if (delta !== '') {
          yield {
            type: 'TEXT_MESSAGE_CONTENT',
            messageId,
            delta,
          };
        }
        if (event.type === 'usage-update') usage = { ...usage, ...countsOf(event) };
        if (event.type === 'message-end') {
          yield { type: 'TEXT_MESSAGE_END', messageId };
          yield {
            type: 'RUN_FINISHED',
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

/** TanStack AI has no part for an image in an answer, so it is written as markdown. */
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

const finishReasons: Record<MessageEndReason, string> = {
  complete: 'stop',
  length: 'length',
  refusal: 'content_filter',
  filtered: 'content_filter',
  'tool-call': 'tool_calls',
};
