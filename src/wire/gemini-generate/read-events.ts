import { isErrorObject } from '../../internal/read-provider-error.js';
import { endOf, endReason } from '../end-reason.js';
import { parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { asCount, asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent, MessageEndReason, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { geminiGenerateFacts } from './facts.js';
import { createContentReader } from './read-content.js';

/**
 * Reads the chunks of `:streamGenerateContent`, or the single document of `:generateContent`. A `finishReason` or a
 * blocked prompt completes the answer; a stream without either is `incomplete`.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), geminiGenerateFacts);
}

function createReader(): AnswerReader {
  const content = createContentReader();
  let hasStarted = false;
  let hasCall = false;
  let end: ChatEvent | undefined;

  function* readChunk(chunk: JsonRecord): Generator<ChatEvent> {
    const candidate = asList(chunk['candidates'])
      .map(asRecord)
      .find((item) => item !== undefined);
    if (!hasStarted) {
      hasStarted = true;
      const id = asText(chunk['responseId']);
      const model = asText(chunk['modelVersion']);
      yield { type: 'message-start', ...(id !== '' && { id }), ...(model !== '' && { model }) };
    }
    for (const part of asList(asRecord(candidate?.['content'])?.['parts']).map(asRecord)) {
      hasCall ||= part?.['functionCall'] !== undefined;
      if (part !== undefined) yield* content.part(part);
    }
    if (candidate !== undefined) yield* content.grounding(candidate);
    yield* usageOf(asRecord(chunk['usageMetadata']));
    const finish = asText(candidate?.['finishReason']);
    const blocked = asText(asRecord(chunk['promptFeedback'])?.['blockReason']);
    if (finish !== '' && finish !== 'FINISH_REASON_UNSPECIFIED')
      end = endOf(finish, reasonOf(finish, hasCall));
    else if (blocked !== '' && blocked !== 'BLOCK_REASON_UNSPECIFIED') {
      end = { type: 'message-end', reason: 'filtered' };
    }
  }

  return {
    end: () => end,
    *read({ event, data }) {
      if (event !== 'message' && event !== 'error') return;
      if (data === '[DONE]') return;
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
        return;
      }
      // Without `alt=sse` the chunks arrive as one list.
      for (const item of Array.isArray(parsed.value) ? asList(parsed.value) : [parsed.value]) {
        const chunk = asRecord(item);
        if (chunk === undefined) continue;
        if (event === 'error' || isErrorObject(chunk)) {
          yield providerError(chunk);
          return;
        }
        if ('candidates' in chunk || 'promptFeedback' in chunk || 'usageMetadata' in chunk) {
          yield* readChunk(chunk);
        }
      }
    },
  };
}

function* usageOf(usage: JsonRecord | undefined): Generator<ChatEvent> {
  const answer = asCount(usage?.['candidatesTokenCount']);
  const thoughts = asCount(usage?.['thoughtsTokenCount']);
  const output =
    answer === undefined && thoughts === undefined ? undefined : (answer ?? 0) + (thoughts ?? 0);
  yield* usageUpdate(usage?.['promptTokenCount'], output);
}

function reasonOf(finish: string, hasCall: boolean): MessageEndReason | undefined {
  const reason = endReason(finish);
  return reason === 'complete' && hasCall ? 'tool-call' : reason;
}
