import { KitError } from '../../errors.js';
import { throwIfAborted } from '../../internal/abort.js';
import type { MessageEndReason } from '../../wire/types.js';
import { streamAnswer, type AnswerOptions } from '../shared/stream-answer.js';
import { fromThreadMessages } from './from-thread-messages.js';
import type { AnswerPart, AnswerStatus, ImageChatModelAdapter } from './types.js';

/**
 * Connects assistant-ui's local runtime to an endpoint of the kit, including images with their detail:
 * `useLocalRuntime(createChatModelAdapter({ connection }))`. A failure in the middle of an answer ends it
 * with an error, keeping its text. Usage is reported as `metadata.custom.usage` of the answer.
 */
export function createChatModelAdapter(options: AnswerOptions): ImageChatModelAdapter {
  return {
    async *run({ messages, abortSignal }) {
      let content: AnswerPart[] = [];
      let usage: { inputTokens?: number; outputTokens?: number } = {};
      try {
        for await (const event of streamAnswer(
          options,
          fromThreadMessages(messages),
          abortSignal,
        )) {
          switch (event.type) {
            case 'text-delta':
            case 'refusal-delta':
              content = withText(content, event.text);
              yield { content };
              break;
            case 'text-was-reasoning':
              content = content.filter(({ type }) => type !== 'text');
              yield { content };
              break;
            case 'image-add':
              content = [...content, { type: 'image', image: event.url }];
              yield { content };
              break;
            case 'usage-update':
              usage = { ...usage, ...event };
              break;
            case 'message-end': {
              const { inputTokens, outputTokens } = usage;
              const metadata = { custom: { usage: { inputTokens, outputTokens } } };
              yield { content, status: statuses[event.reason], metadata };
              break;
            }
            default:
          }
        }
      } catch (error) {
        throwIfAborted(abortSignal);
        // A partial answer stays; without any content, assistant-ui shows the error that it catches.
        if (!KitError.is(error) || content.length === 0) throw error;
        yield { content, status: { type: 'incomplete', reason: 'error', error: error.message } };
      }
    },
  };
}

function withText(content: AnswerPart[], text: string): AnswerPart[] {
  const last = content.at(-1);
  return last?.type === 'text'
    ? [...content.slice(0, -1), { type: 'text', text: last.text + text }]
    : [...content, { type: 'text', text }];
}

const statuses: Record<MessageEndReason, AnswerStatus> = {
  complete: { type: 'complete', reason: 'stop' },
  length: { type: 'incomplete', reason: 'length' },
  refusal: { type: 'incomplete', reason: 'content-filter' },
  filtered: { type: 'incomplete', reason: 'content-filter' },
  'tool-call': { type: 'incomplete', reason: 'tool-calls' },
};
