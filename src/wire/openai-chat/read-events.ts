import { isErrorObject } from '../../internal/read-provider-error.js';
import { endOf, endReason } from '../end-reason.js';
import { createGivenParts, sourceOf } from '../given-parts.js';
import { createGivenText } from '../given-text.js';
import { imageFromUrl } from '../image-from-url.js';
import { annotatedSource } from '../openai-annotation.js';
import { parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { openaiChatFacts } from './facts.js';
import { createToolReader } from './read-tools.js';
import { textOf, thoughtOf } from './read-words.js';

/**
 * Reads the chunks of Chat Completions, or the single document of an answer that was not streamed.
 *
 * A stream is complete if a good `finish_reason` or `[DONE]` arrived; with another reason or without either it is
 * `incomplete`. Events with a name, unknown fields and nulls are ignored.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), openaiChatFacts);
}

function createReader(): AnswerReader {
  const given = createGivenText();
  const thoughts = createGivenText();
  const parts = createGivenParts();
  const images = new Set<string>();
  const readTools = createToolReader(parts);
  let hasStarted = false;
  let hasRefusal = false;
  let finish: string | undefined;

  function end(): ChatEvent | undefined {
    if (finish === undefined) return undefined;
    const reason = endReason(finish);
    return endOf(finish, hasRefusal && reason === 'complete' ? 'refusal' : reason);
  }

  function* readChunk(chunk: JsonRecord): Generator<ChatEvent> {
    const choice = firstChoice(chunk);
    if (!hasStarted && choice !== undefined) {
      hasStarted = true;
      yield messageStart(chunk);
    }
    const piece = asRecord(choice?.['delta']);
    const message = asRecord(choice?.['message']);
    if (piece) yield* readDelta(piece, 'piece');
    // Some servers close a stream with the whole message.
    else if (message) yield* readDelta(message, 'whole');
    yield* readSearch(chunk);
    // One server reports its usage, and why it stopped early, in an object of its own; others report it in the choice.
    const own = asRecord(chunk['x_groq']);
    const usage = asRecord(chunk['usage']) ?? asRecord((own ?? choice)?.['usage']);
    if (usage !== undefined) {
      yield* usageUpdate(usage['prompt_tokens'], usage['completion_tokens']);
    }
    const word = asText(choice?.['finish_reason']);
    const stopped = asText(own?.['error']);
    if (stopped !== '') yield providerError({ message: stopped });
    else if (word === 'error') yield providerError(choice);
    else if (word !== '') {
      finish = word;
      yield* parts.closeTools();
    }
  }

  function* readDelta(delta: JsonRecord, kind: 'piece' | 'whole'): Generator<ChatEvent> {
    const { text: said, isSummary } = thoughtOf(delta);
    const thought = thoughts[kind]({}, said);
    if (thought !== '') {
      yield { type: 'reasoning-delta', text: thought, ...(isSummary && { isSummary }) };
    }
    const text = given[kind]({}, textOf(delta['content']));
    if (text !== '') yield { type: 'text-delta', text };
    const refusal = asText(delta['refusal']);
    if (refusal !== '') {
      hasRefusal = true;
      yield { type: 'refusal-delta', text: refusal };
    }
    yield* readImages(delta, kind);
    yield* readTools(delta, kind);
    for (const annotation of asList(delta['annotations'])) {
      yield* parts.source(annotatedSource(asRecord(annotation), given, {}));
    }
  }

  /** Images have a list of their own, or stand between the parts of the text. */
  function* readImages(delta: JsonRecord, kind: 'piece' | 'whole'): Generator<ChatEvent> {
    const between = asList(delta['content']).filter((part) => {
      const { image_url: url, b64_json: base64 } = asRecord(part) ?? {};
      return url !== undefined || base64 !== undefined;
    });
    for (const image of [...asList(delta['images']), ...between]) {
      const url = imageUrlOf(image);
      if (url === '' || (kind === 'whole' && images.has(url))) continue;
      images.add(url);
      yield imageFromUrl(url);
    }
  }

  /**
   * Servers that search automatically list their results next to the answer, in the order in which its text numbers
   * them.
   */
  function* readSearch(chunk: JsonRecord): Generator<ChatEvent> {
    for (const found of [...asList(chunk['citations']), ...asList(chunk['search_results'])]) {
      const { url, title } = asRecord(found) ?? { url: found };
      yield* parts.source(sourceOf(asText(url), asText(title)));
    }
  }

  return {
    end,
    *read({ event, data }) {
      if (data === '[DONE]') {
        finish ??= 'stop';
        yield* parts.closeTools();
        yield end() as ChatEvent;
        return;
      }
      const parsed = parseData({ event, data });
      if (event !== 'message' && event !== 'error') {
        // Some servers name all their events; one that is not a chunk is a vendor extension.
        const chunk = 'value' in parsed ? asRecord(parsed.value) : undefined;
        if (Array.isArray(chunk?.['choices'])) yield* readChunk(chunk);
      } else if ('fail' in parsed) {
        yield parsed.fail;
      } else if (event === 'error' || isErrorObject(parsed.value)) {
        yield providerError(parsed.value);
      } else {
        const chunk = asRecord(parsed.value);
        if (chunk !== undefined) yield* readChunk(chunk);
      }
    },
  };
}

/** Only the first of several alternative answers is read. */
function firstChoice(chunk: JsonRecord): JsonRecord | undefined {
  const choices = asList(chunk['choices']).map(asRecord);
  return choices.find((choice) => choice !== undefined && Number(choice['index'] ?? 0) === 0);
}

function messageStart(chunk: JsonRecord): ChatEvent {
  const id = asText(chunk['id']);
  const model = asText(chunk['model']);
  return { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
}

/** Returns the address of an image: the part itself, its `image_url`, or the `url` of that; else its bytes. */
function imageUrlOf(image: unknown): string {
  const part = asRecord(image);
  const given = part?.['image_url'] ?? part?.['b64_json'] ?? image;
  return asText(asRecord(given)?.['url'] ?? given);
}
