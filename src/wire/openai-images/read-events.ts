import { isErrorObject } from '../../internal/read-provider-error.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import { imageFromUrl, previewFromUrl, sizeOf } from '../image-from-url.js';
import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { openaiImagesFacts } from './facts.js';

const EVENT = /^image_(?:generation|edit)\.(partial_image|completed)$/;

/**
 * Reads the events of a streamed answer, or the document of one that was not streamed, which compatible servers send
 * even if a stream was asked for. A stream is complete at its end if every image that was begun was completed.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), openaiImagesFacts);
}

function createReader(): AnswerReader {
  let hasStarted = false;
  let completed = 0;
  let isMaking = false;

  function* start(): Generator<ChatEvent> {
    if (!hasStarted) yield { type: 'message-start' };
    hasStarted = true;
  }

  function* readEvent(kind: string, event: JsonRecord): Generator<ChatEvent> {
    const url = urlOf(event, event);
    if (url === undefined) {
      yield badResponse('The server sent an event of an image without the image.');
      return;
    }
    yield* start();
    const id = `image-${completed + 1}`;
    const size = sizeOf(asText(event['size']));
    if (kind === 'partial_image') {
      isMaking = true;
      yield { ...previewFromUrl(id, url), ...size };
      return;
    }
    yield { ...imageFromUrl(url), ...size, ...(isMaking && { progressId: id }) };
    isMaking = false;
    completed += 1;
    yield* usageOf(event);
  }

  function* readDocument(answer: JsonRecord): Generator<ChatEvent> {
    yield* start();
    const size = sizeOf(asText(answer['size']));
    for (const image of asList(answer['data']).map(asRecord)) {
      const url = image && urlOf(image, answer);
      if (url !== undefined) yield { ...imageFromUrl(url), ...size };
    }
    yield* usageOf(answer);
    yield { type: 'message-end', reason: 'complete' };
  }

  return {
    end: () =>
      completed > 0 && !isMaking ? { type: 'message-end', reason: 'complete' } : undefined,
    *read({ event, data }) {
      const isNamed = EVENT.test(event);
      if ((event !== 'message' && event !== 'error' && !isNamed) || data === '[DONE]') return;
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
        return;
      }
      const record = asRecord(parsed.value);
      if (record === undefined) return;
      const [, kind] = EVENT.exec(asText(record['type']) || event) ?? [];
      if (event === 'error' || isErrorObject(record)) yield providerError(record);
      else if (kind !== undefined) yield* readEvent(kind, record);
      else if (Array.isArray(record['data'])) yield* readDocument(record);
    },
  };
}

/** Returns the image as a URL. Some servers write a whole data URL where its base64 belongs. */
function urlOf(image: JsonRecord, { output_format: format }: JsonRecord): string | undefined {
  const base64 = asText(image['b64_json']);
  if (base64.startsWith('data:')) return base64;
  if (base64 !== '') return `data:image/${asText(format) || 'png'};base64,${base64}`;
  return asText(image['url']) || undefined;
}

function usageOf({ usage }: JsonRecord): Generator<ChatEvent> {
  const { input_tokens: input, output_tokens: output } = asRecord(usage) ?? {};
  return usageUpdate(input, output);
}
