import { endOf } from '../end-reason.js';
import { createGivenParts } from '../given-parts.js';
import { createGivenText } from '../given-text.js';
import type { GivenText, TextPlace } from '../given-text.js';
import { imageFromUrl } from '../image-from-url.js';
import { createImageReader } from './read-images.js';
import { annotatedSource } from '../openai-annotation.js';
import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { isErrorObject } from '../../internal/read-provider-error.js';
import { asCount, asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { openaiResponsesFacts } from './facts.js';
import { readToolItem } from './read-tool-item.js';

/** `response.reasoning_text.delta`, `response.reasoning_summary_text.done`; older servers leave `_text` out. */
const THOUGHT = /^response\.reasoning(_summary)?(?:_text)?\.(delta|done)$/;

/** The input of a call: JSON, free text or code. */
const ARGUMENTS =
  /^response\.(?:function_call_arguments|mcp_call_arguments|custom_tool_call_input|code_interpreter_call_code)\.(delta|done)$/;

/**
 * Reads the typed events of Responses, or the single document of an answer that was not streamed. Only
 * `response.completed` ends it well; a stream without an end, and any other status, is `incomplete`.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), openaiResponsesFacts);
}

function createReader(): AnswerReader {
  const given = createGivenText();
  const thoughts = createGivenText();
  const summaries = createGivenText();
  const parts = createGivenParts();
  const images = new Set<string>();
  const made = createImageReader();
  const toolIds = new Map<string, string>();
  let hasRefusal = false;
  let hasStarted = false;

  function* start(response: JsonRecord | undefined): Generator<ChatEvent> {
    if (hasStarted) return;
    hasStarted = true;
    made.request(response);
    const id = asText(response?.['id']);
    const model = asText(response?.['model']);
    yield { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
  }

  /** Reads the end of the answer, including everything of it that has not arrived before. */
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
    if (item === undefined) return;
    const place = placeOf({ item_id: item['id'], output_index: itemIndex });
    if (item['type'] === 'reasoning') {
      yield* readThoughts(item['summary'], place, summaries);
      yield* readThoughts(item['content'], place, thoughts);
      return;
    }
    for (const [partIndex, part] of asList(item['content']).map(asRecord).entries()) {
      yield* readPart(part, { ...place, partIndex });
    }
    yield* made.item(item, itemIndex);
    yield* readTool(item, itemIndex);
  }

  function* readPart(part: JsonRecord | undefined, place: TextPlace): Generator<ChatEvent> {
    if (part?.['type'] === 'output_text') yield* say(given.whole(place, asText(part['text'])));
    yield* refuse(given.whole(place, asText(part?.['refusal'])));
    for (const annotation of asList(part?.['annotations'])) yield* cite(annotation, place);
  }

  function* cite(annotation: unknown, place: TextPlace): Generator<ChatEvent> {
    yield* parts.source(annotatedSource(asRecord(annotation), given, place));
  }

  function* readTool(item: JsonRecord, itemIndex?: number): Generator<ChatEvent> {
    const tool = readToolItem(item);
    if (tool === undefined) return;
    const key = asText(item['id']) || String(itemIndex);
    const id = toolIds.get(key) ?? (asText(item['call_id']) || asText(item['id']) || `call-${key}`);
    toolIds.set(key, id);
    yield* parts.tool({ id, ...tool.facts });
    for (const url of tool.imageUrls) {
      if (images.has(url)) continue;
      images.add(url);
      yield { ...imageFromUrl(url), toolCallId: id };
    }
  }

  function* readThoughts(list: unknown, place: TextPlace, said: GivenText): Generator<ChatEvent> {
    for (const [index, part] of asList(list).map(asRecord).entries()) {
      yield* think(said.whole(thoughtPlace(place, index), asText(part?.['text'])), said);
    }
  }

  function* think(text: string, said: GivenText): Generator<ChatEvent> {
    if (text === '') return;
    yield { type: 'reasoning-delta', text, ...(said === summaries && { isSummary: true }) };
  }

  function* refuse(text: string): Generator<ChatEvent> {
    if (text === '') return;
    hasRefusal = true;
    yield { type: 'refusal-delta', text };
  }

  function* readTyped(event: JsonRecord): Generator<ChatEvent> {
    const response = asRecord(event['response']);
    const item = asRecord(event['item']);
    const place = placeOf(event);
    const type = asText(event['type']);
    switch (type) {
      case 'response.created':
      case 'response.in_progress':
        yield* start(response);
        return;
      case 'response.output_text.delta':
      case 'response.refusal.delta': {
        if (typeof event['delta'] !== 'string') {
          yield badResponse('The server sent a text event without text.');
          return;
        }
        const text = given.piece(place, event['delta']);
        yield* type === 'response.refusal.delta' ? refuse(text) : say(text);
        return;
      }
      case 'response.output_text.done':
        yield* say(given.whole(place, asText(event['text'])));
        return;
      case 'response.refusal.done':
        yield* refuse(given.whole(place, asText(event['refusal'])));
        return;
      case 'response.output_text.annotation.added':
        yield* cite(event['annotation'], place);
        return;
      case 'response.content_part.done':
        yield* readPart(asRecord(event['part']), place);
        return;
      case 'response.output_item.added':
        if (item?.['type'] === 'reasoning') yield { type: 'reasoning-delta', text: '' };
        else if (item) {
          yield* made.begin(item, asCount(event['output_index']));
          yield* readTool(item, asCount(event['output_index']));
        }
        return;
      case 'response.output_item.done':
        yield* readItem(item, asCount(event['output_index']));
        return;
      case 'response.completed':
      case 'response.incomplete':
      case 'response.cancelled':
      case 'response.failed':
        yield* finish({ status: type.slice('response.'.length), ...response });
        return;
      default:
        yield* made.event(type, event);
        yield* readThought(type, event);
        yield* readArguments(type, event);
    }
  }

  function* readThought(type: string, event: JsonRecord): Generator<ChatEvent> {
    const [, isSummary, kind] = THOUGHT.exec(type) ?? [];
    if (kind === undefined) return;
    const said = isSummary === undefined ? thoughts : summaries;
    const index = asCount(event['summary_index']) ?? asCount(event['content_index']) ?? 0;
    const place = thoughtPlace(placeOf(event), index);
    yield* think(
      kind === 'delta'
        ? said.piece(place, asText(event['delta']))
        : said.whole(place, asText(event['text'])),
      said,
    );
  }

  function* readArguments(type: string, event: JsonRecord): Generator<ChatEvent> {
    const [, kind] = ARGUMENTS.exec(type) ?? [];
    if (kind === undefined) return;
    const key = asText(event['item_id']) || String(event['output_index']);
    const id = toolIds.get(key) ?? key;
    toolIds.set(key, id);
    const whole = event['arguments'] ?? event['input'] ?? event['code'];
    yield* kind === 'delta'
      ? parts.tool({ id, argumentsDelta: asText(event['delta']) })
      : parts.tool({ id, ...(typeof whole === 'string' && { arguments: whole }) });
  }

  return {
    end: () => undefined,
    *read({ event, data }) {
      const isOurs = event === 'message' || event === 'error' || event.startsWith('response.');
      // Some servers close with the sentinel of the older format.
      if (!isOurs || data === '[DONE]') return;
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
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

/** Each section of the thinking is a separate text, so that a blank line separates it from the one before. */
function thoughtPlace({ itemId, itemIndex = 0 }: TextPlace, section: number): TextPlace {
  return { itemId: `${itemId ?? itemIndex}-${section}` };
}

function endOfResponse(response: JsonRecord, hasRefusal: boolean): ChatEvent {
  const why = asText(asRecord(response['incomplete_details'])?.['reason']);
  if (why !== '') return endOf(why);
  // A document without a status is complete.
  const status = asText(response['status']) || 'completed';
  if (status === 'incomplete') return endOf(status, 'length');
  if (status !== 'completed') return endOf(status);
  const hasCall = asList(response['output']).some((item) =>
    /^(?:custom_tool|function)_call$/.test(asText(asRecord(item)?.['type'])),
  );
  return endOf(status, hasCall ? 'tool-call' : hasRefusal ? 'refusal' : 'complete');
}
