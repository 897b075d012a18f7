import { isErrorObject } from '../../internal/read-provider-error.js';
import { endOf, endReason } from '../end-reason.js';
import { createGivenParts, rangeOf, sourceOf } from '../given-parts.js';
import { createGivenText } from '../given-text.js';
import { imageFromUrl } from '../image-from-url.js';
import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ReturnedFields } from '../../messages/types.js';
import type { ChatEvent, MessageEndReason, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { aiSdkUiFacts } from './facts.js';
import { createToolReader } from './read-tools.js';

/** Reasons that the SDK names in its own way. Version 5 sends none; `unknown` is what a provider did not report. */
const ENDS: Readonly<Record<string, MessageEndReason>> = {
  '': 'complete',
  unknown: 'complete',
  'content-filter': 'filtered',
};

/**
 * Reads the chunks of a UI message stream. `finish`, or the `[DONE]` after the last chunk, completes the answer; an
 * `abort`, and a stream without either, is `incomplete`. Data parts and chunks of later versions are ignored.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), aiSdkUiFacts);
}

function createReader(): AnswerReader {
  const given = createGivenText();
  const thoughts = createGivenText();
  const parts = createGivenParts();
  const readTool = createToolReader(parts);
  let hasStarted = false;
  let step = 0;

  /** The ids of texts start over with each step. */
  const placeOf = (chunk: JsonRecord) => ({ itemId: `${step}-${asText(chunk['id'])}` });

  function* start(messageId: string): Generator<ChatEvent> {
    if (hasStarted) return;
    hasStarted = true;
    yield { type: 'message-start', ...(messageId !== '' && { id: messageId }) };
  }

  function* readChunk(chunk: JsonRecord): Generator<ChatEvent> {
    const type = asText(chunk['type']);
    const metadata = asRecord(chunk['messageMetadata']);
    if (metadata) yield* usageOf(metadata);
    switch (type) {
      case 'start':
        yield* start(asText(chunk['messageId']));
        return;
      case 'start-step':
        yield* start('');
        step += 1;
        return;
      case 'text-delta':
        if (typeof chunk['delta'] === 'string')
          yield* say(given.piece(placeOf(chunk), chunk['delta']));
        else yield badResponse('The server sent a text event without text.');
        return;
      case 'text-end':
        for (const citation of asList(chunk['citations'])) yield* cite(asRecord(citation), chunk);
        return;
      case 'reasoning-start':
        yield { type: 'reasoning-delta', text: '', ...returnedWith(chunk) };
        return;
      case 'reasoning-delta':
      case 'reasoning-end': {
        const text = thoughts.piece(placeOf(chunk), asText(chunk['delta']));
        const returned = returnedWith(chunk);
        if (text !== '' || 'returned' in returned) {
          yield { type: 'reasoning-delta', text, ...returned };
        }
        return;
      }
      case 'source-url':
        yield* parts.source(sourceOf(asText(chunk['url']), asText(chunk['title'])));
        return;
      case 'source-document':
        yield* parts.source(sourceOf('', asText(chunk['title']) || asText(chunk['filename'])));
        return;
      case 'file':
      case 'reasoning-file':
        yield* fileOf(asText(chunk['url']), asText(chunk['mediaType']));
        return;
      case 'finish':
        yield* parts.closeTools();
        yield endOfMessage(asText(chunk['finishReason']));
        return;
      case 'abort':
        yield endOf('aborted');
        return;
      case 'error':
        yield providerError({ message: asText(chunk['errorText']) });
        return;
      default:
        yield* readTool(type, chunk);
    }
  }

  function* cite(citation: JsonRecord | undefined, chunk: JsonRecord): Generator<ChatEvent> {
    const source = asRecord(citation?.['source']);
    const quote = asText(citation?.['citedText']);
    const offset = given.startOf(placeOf(chunk));
    yield* parts.source(
      sourceOf(asText(source?.['url']), asText(source?.['title']), {
        ...(quote !== '' && { quote }),
        ...rangeOf(citation?.['startIndex'], citation?.['endIndex'], offset),
      }),
    );
  }

  return {
    end: () => undefined,
    *read({ event, data }) {
      if (event !== 'message' && event !== 'error') return;
      if (data === '[DONE]') {
        yield* parts.closeTools();
        yield { type: 'message-end', reason: 'complete' };
        return;
      }
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
        return;
      }
      const chunk = asRecord(parsed.value);
      if (chunk === undefined) return;
      const isChunk = typeof chunk['errorText'] === 'string';
      if (event === 'error' || (!isChunk && isErrorObject(chunk))) yield providerError(chunk);
      else yield* readChunk(chunk);
    },
  };
}

/** Signatures and ids that the model's provider expects back. */
function returnedWith(chunk: JsonRecord): { returned?: ReturnedFields } {
  const providerMetadata = asRecord(chunk['providerMetadata']);
  return providerMetadata ? { returned: { providerMetadata } } : {};
}

function* say(text: string): Generator<ChatEvent> {
  if (text !== '') yield { type: 'text-delta', text };
}

function* fileOf(url: string, mediaType: string): Generator<ChatEvent> {
  if (url === '') return;
  if (mediaType === 'image' || mediaType.startsWith('image/')) yield imageFromUrl(url);
  else yield { type: 'file-add', url, mediaType };
}

/** Routes put it in different places; these are the names in the SDK's own examples. */
function* usageOf(metadata: JsonRecord): Generator<ChatEvent> {
  const usage = asRecord(metadata['totalUsage']) ?? asRecord(metadata['usage']);
  yield* usageUpdate(usage?.['inputTokens'], usage?.['outputTokens']);
}

function endOfMessage(word: string): ChatEvent {
  return endOf(word, ENDS[word] ?? endReason(word));
}
