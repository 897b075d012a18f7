import { isErrorObject } from '../../internal/read-provider-error.js';
import { endOf } from '../end-reason.js';
import { parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { asCount, asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { anthropicMessagesFacts } from './facts.js';
import { createBlockReader } from './read-blocks.js';

const EVENTS = /^(?:message|error|message_.*|content_block_.*|ping)$/;

/**
 * Reads the events of Messages, or the single document of an answer that was not streamed. `message_stop`, or a
 * `stop_reason` before the end, completes it; a stream without either is `incomplete`.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), anthropicMessagesFacts);
}

function createReader(): AnswerReader {
  const blocks = createBlockReader();
  let stopReason: string | undefined;

  function* readMessage(message: JsonRecord): Generator<ChatEvent> {
    const id = asText(message['id']);
    const model = asText(message['model']);
    yield { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
    for (const block of asList(message['content']).map(asRecord)) {
      yield* blocks.open(block);
      yield* blocks.close();
    }
    yield* usageOf(message['usage']);
    noteReason(message['stop_reason']);
  }

  function noteReason(value: unknown): void {
    if (typeof value === 'string') stopReason = value;
  }

  function* readTyped(event: JsonRecord): Generator<ChatEvent> {
    switch (event['type']) {
      case 'message_start':
        yield* readMessage(asRecord(event['message']) ?? {});
        return;
      case 'content_block_start':
        yield* blocks.close();
        yield* blocks.open(asRecord(event['content_block']));
        return;
      case 'content_block_delta':
        yield* blocks.delta(asRecord(event['delta']));
        return;
      case 'content_block_stop':
        yield* blocks.close();
        return;
      case 'message_delta':
        yield* blocks.close();
        noteReason(asRecord(event['delta'])?.['stop_reason']);
        yield* usageOf(event['usage']);
        return;
      case 'message_stop':
        yield endOf(stopReason ?? 'end_turn');
        return;
      case 'message':
        yield* readMessage(event);
        return;
      default:
    }
  }

  return {
    end: () => (stopReason === undefined ? undefined : endOf(stopReason)),
    *read({ event, data }) {
      if (!EVENTS.test(event) || data === '[DONE]') return;
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
        return;
      }
      const value = asRecord(parsed.value);
      if (value === undefined) return;
      if (event === 'error' || isErrorObject(value)) yield providerError(value);
      else yield* readTyped(value);
    },
  };
}

/** Tokens read from a cache are input, too. */
function* usageOf(value: unknown): Generator<ChatEvent> {
  const usage = asRecord(value);
  const input = [
    usage?.['input_tokens'],
    usage?.['cache_creation_input_tokens'],
    usage?.['cache_read_input_tokens'],
  ].map(asCount);
  const inputTokens = input.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  yield* usageUpdate(input[0] === undefined ? undefined : inputTokens, usage?.['output_tokens']);
}
