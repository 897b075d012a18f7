import { endOf } from '../end-reason.js';
import { createGivenText } from '../given-text.js';
import type { TextPlace } from '../given-text.js';
import { imageFromUrl } from '../image-from-url.js';
import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { isErrorObject } from '../../internal/read-provider-error.js';
import { asCount, asList, asRecord, asText } from '../read-value.js';
import type { JsonRecord } from '../read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { openaiResponsesFacts } from './facts.js';

/**
 * Reads the typed events of Responses, or the one document of an answer that was not streamed. Only
 * `response.completed` ends it well; a stream without an end, and any other status, is `incomplete`.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), openaiResponsesFacts);
}

function createReader(): AnswerReader {
  const given = createGivenText();
  const images = new Set<string>();
  let hasRefusal = false;
  let hasStarted = false;

  function* start(response: JsonRecord | undefined): Generator<ChatEvent> {
    if (hasStarted) return;
    hasStarted = true;
    const id = asText(response?.['id']);
    const model = asText(response?.['model']);
    yield { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
  }

  /** The end of the answer; whatever of it has not come before is read from here. */
  function* finish(response: JsonRecord): Generator<ChatEvent> {
    for (const [itemIndex, item] of asList(response['output']).map(asRecord).entries()) {
      yield* readItem(item, itemIndex);
    }
    const usage = asRecord(response['usage']);
    yield* usageUpdate(usage?.['input_tokens'], usage?.['output_tokens']);
    if (response['status'] === 'failed') yield providerError(response);
    else yield endOfResponse(response, hasRefusal);
  }

  function* readItem(item: JsonRecord | undefined, itemIndex?: number): Generator<ChatEvent> {
    const place = placeOf({ item_id: item?.['id'], output_index: itemIndex });
    for (const [partIndex, part] of asList(item?.['content']).map(asRecord).entries()) {
      yield* readPart(part, { ...place, partIndex });
    }
    yield* imageOf(item, images);
  }

  function* readPart(part: JsonRecord | undefined, place: TextPlace): Generator<ChatEvent> {
    if (part?.['type'] === 'output_text') yield* say(given.whole(place, asText(part['text'])));
    yield* refuse(given.whole(place, asText(part?.['refusal'])));
  }

  function* refuse(text: string): Generator<ChatEvent> {
    if (text === '') return;
    hasRefusal = true;
    yield { type: 'refusal-delta', text };
  }

  function* readTyped(event: JsonRecord): Generator<ChatEvent> {
    const response = asRecord(event['response']);
    const place = placeOf(event);
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
        const text = given.piece(place, event['delta']);
        yield* event['type'] === 'response.refusal.delta' ? refuse(text) : say(text);
        return;
      }
      case 'response.output_text.done':
        yield* say(given.whole(place, asText(event['text'])));
        return;
      case 'response.refusal.done':
        yield* refuse(given.whole(place, asText(event['refusal'])));
        return;
      case 'response.content_part.done':
        yield* readPart(asRecord(event['part']), place);
        return;
      case 'response.output_item.done':
        yield* readItem(asRecord(event['item']), asCount(event['output_index']));
        return;
      case 'response.completed':
      case 'response.incomplete':
      case 'response.cancelled':
      case 'response.failed':
        yield* finish({ status: event['type'].slice('response.'.length), ...response });
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
      if (value['object'] === 'response') {
        yield* start(value);
        yield* finish(value);
      } else if (event === 'error' || isErrorObject(value)) yield providerError(value);
      else yield* readTyped(value);
    },
  };
}

function* say(text: string): Generator<ChatEvent> {
  if (text !== '') yield { type: 'text-delta', text };
}

function placeOf(event: JsonRecord): TextPlace {
  const itemId = asText(event['item_id']);
  const itemIndex = asCount(event['output_index']);
  const partIndex = asCount(event['content_index']);
  return {
    ...(itemId !== '' && { itemId }),
    ...(itemIndex !== undefined && { itemIndex }),
    ...(partIndex !== undefined && { partIndex }),
  };
}

/** An item can come twice, by itself and at the end. */
function* imageOf(item: JsonRecord | undefined, given: Set<string>): Generator<ChatEvent> {
  const base64 = asText(item?.['result']);
  if (item?.['type'] !== 'image_generation_call' || base64 === '') return;
  const mark = `${base64.length} ${base64.slice(-64)}`;
  if (given.has(mark)) return;
  given.add(mark);
  const format = asText(item['output_format']);
  const mediaType = `image/${/^(?:jpeg|webp|gif)$/.test(format) ? format : 'png'}`;
  yield imageFromUrl(`data:${mediaType};base64,${base64}`);
}

function endOfResponse(response: JsonRecord, hasRefusal: boolean): ChatEvent {
  const why = asText(asRecord(response['incomplete_details'])?.['reason']);
  if (why !== '') return endOf(why);
  // A document without a status is there as a whole.
  const status = asText(response['status']) || 'completed';
  if (status === 'incomplete') return endOf(status, 'length');
  if (status !== 'completed') return endOf(status);
  const hasCall = asList(response['output']).some((item) =>
    /^(?:custom_tool|function)_call$/.test(asText(asRecord(item)?.['type'])),
  );
  return endOf(status, hasCall ? 'tool-call' : hasRefusal ? 'refusal' : 'complete');
}
