import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { isErrorObject } from '../../internal/read-provider-error.js';
import { asList, asRecord, asText } from '../read-value.js';
import type { JsonRecord } from '../read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';

/**
 * Reads the events of a run. Only the run's own end makes the answer whole. Pictures that an assistant makes come as
 * ids of files, which take a key to fetch; they are passed over.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader());
}

function createReader(): AnswerReader {
  let hasRefusal = false;

  function* readDelta(message: JsonRecord): Generator<ChatEvent> {
    const delta = asRecord(message['delta']);
    if (delta === undefined) {
      yield badResponse('The server sent a piece of text without the text.');
      return;
    }
    for (const part of asList(delta['content']).map(asRecord)) {
      const text = asText(asRecord(part?.['text'])?.['value']);
      if (text !== '') yield { type: 'text-delta', text };
      const refusal = asText(part?.['refusal']);
      if (refusal !== '') {
        hasRefusal = true;
        yield { type: 'refusal-delta', text: refusal };
      }
    }
  }

  function* readRun(event: string, run: JsonRecord): Generator<ChatEvent> {
    const usage = asRecord(run['usage']);
    switch (event) {
      case 'thread.run.created': {
        const id = asText(run['id']);
        const model = asText(run['model']);
        yield { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
        return;
      }
      case 'thread.message.delta':
        yield* readDelta(run);
        return;
      case 'thread.run.completed':
        yield* usageUpdate(usage?.['prompt_tokens'], usage?.['completion_tokens']);
        yield { type: 'message-end', reason: hasRefusal ? 'refusal' : 'complete' };
        return;
      case 'thread.run.incomplete': {
        yield* usageUpdate(usage?.['prompt_tokens'], usage?.['completion_tokens']);
        const reason = asText(asRecord(run['incomplete_details'])?.['reason']);
        yield { type: 'message-end', reason: reason === 'content_filter' ? 'filtered' : 'length' };
        return;
      }
      case 'thread.run.requires_action':
        yield { type: 'message-end', reason: 'tool-call' };
        return;
      case 'thread.run.failed':
      case 'thread.run.expired':
      case 'thread.run.cancelled':
        yield providerError({ error: run['last_error'] ?? `The run has ended: ${event}.` });
        return;
      default:
    }
  }

  return {
    end: () => undefined,
    *read({ event, data }) {
      if (event !== 'error' && event !== 'message' && !event.startsWith('thread.')) return;
      if (data === '[DONE]') return;
      const parsed = parseData(data);
      if ('fail' in parsed) {
        yield event === 'error' ? providerError({ message: data }) : parsed.fail;
        return;
      }
      const value = asRecord(parsed.value);
      if (value === undefined) return;
      if (event === 'error' || isErrorObject(value)) yield providerError(value);
      else yield* readRun(event, value);
    },
  };
}
