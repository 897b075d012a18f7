import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { isErrorObject } from '../../internal/read-provider-error.js';
import { asList, asRecord, asText } from '../read-value.js';
import type { JsonRecord } from '../read-value.js';
import type { ChatEvent, MessageEndReason, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';

/**
 * Reads the typed events of Responses, or the one document of an answer that was not streamed. Only
 * `response.completed` and `response.incomplete` end it well; a stream without them is `incomplete`.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader());
}

function createReader(): AnswerReader {
  let hasRefusal = false;
  let hasStarted = false;

  function* start(response: JsonRecord | undefined): Generator<ChatEvent> {
    if (hasStarted) return;
    hasStarted = true;
    const id = asText(response?.['id']);
    const model = asText(response?.['model']);
    yield { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
  }

  function* finish(response: JsonRecord): Generator<ChatEvent> {
    const usage = asRecord(response['usage']);
    yield* usageUpdate(usage?.['input_tokens'], usage?.['output_tokens']);
    const reason = endReason(response);
    yield { type: 'message-end', reason: reason === 'complete' && hasRefusal ? 'refusal' : reason };
  }

  /** The whole answer in one document. */
  function* readDocument(response: JsonRecord): Generator<ChatEvent> {
    yield* start(response);
    for (const item of asList(response['output']).map(asRecord)) {
      for (const part of asList(item?.['content']).map(asRecord)) {
        const text = asText(part?.['text']);
        const refusal = asText(part?.['refusal']);
        if (part?.['type'] === 'output_text' && text !== '') yield { type: 'text-delta', text };
        if (refusal !== '') hasRefusal = true;
        if (refusal !== '') yield { type: 'refusal-delta', text: refusal };
      }
      yield* imageOf(item);
    }
    if (response['status'] === 'failed') yield providerError(response);
    else yield* finish(response);
  }

  function* readTyped(event: JsonRecord): Generator<ChatEvent> {
    const response = asRecord(event['response']);
    switch (event['type']) {
      case 'response.created':
      case 'response.in_progress':
        yield* start(response);
        return;
      case 'response.output_text.delta':
      case 'response.refusal.delta': {
        if (typeof event['delta'] !== 'string') {
          yield badResponse('The server sent a piece of text without the text.');
          return;
        }
        const isRefusal = event['type'] === 'response.refusal.delta';
        hasRefusal ||= isRefusal;
        yield { type: isRefusal ? 'refusal-delta' : 'text-delta', text: event['delta'] };
        return;
      }
      case 'response.output_item.done':
        yield* imageOf(asRecord(event['item']));
        return;
      case 'response.completed':
      case 'response.incomplete':
        yield* finish(response ?? {});
        return;
      case 'response.failed':
        yield providerError(response);
        return;
      default:
    }
  }

  return {
    end: () => undefined,
    *read({ event, data }) {
      const isOurs = event === 'message' || event === 'error' || event.startsWith('response.');
      // Some servers close with the sentinel of the older format.
      if (!isOurs || data === '[DONE]') return;
      const parsed = parseData(data);
      if ('fail' in parsed) {
        yield event === 'error' ? providerError({ message: data }) : parsed.fail;
        return;
      }
      const value = asRecord(parsed.value);
      if (value === undefined) return;
      if (event === 'error' || isErrorObject(value)) yield providerError(value);
      else if (value['object'] === 'response') yield* readDocument(value);
      else yield* readTyped(value);
    },
  };
}

function* imageOf(item: JsonRecord | undefined): Generator<ChatEvent> {
  const base64 = asText(item?.['result']);
  if (item?.['type'] !== 'image_generation_call' || base64 === '') return;
  const format = asText(item['output_format']);
  const mediaType = `image/${/^(?:jpeg|webp|gif)$/.test(format) ? format : 'png'}`;
  yield { type: 'image-add', url: `data:${mediaType};base64,${base64}`, mediaType };
}

function endReason(response: JsonRecord): MessageEndReason {
  const reason = asText(asRecord(response['incomplete_details'])?.['reason']);
  if (reason === 'content_filter') return 'filtered';
  if (reason !== '' || response['status'] === 'incomplete') return 'length';
  const hasCall = asList(response['output']).some((item) =>
    /^(?:custom_tool|function)_call$/.test(asText(asRecord(item)?.['type'])),
  );
  return hasCall ? 'tool-call' : 'complete';
}
