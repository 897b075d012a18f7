import { isErrorObject } from '../../internal/read-provider-error.js';
import { endOf, endReason } from '../end-reason.js';
import { asJsonText, createGivenParts } from '../given-parts.js';
import { imageFromUrl } from '../image-from-url.js';
import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { ollamaChatFacts } from './facts.js';

/** Reads the JSON lines of `/api/chat`. Only a line with `done` completes the answer. */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), ollamaChatFacts);
}

function createReader(): AnswerReader {
  const parts = createGivenParts();
  let hasStarted = false;
  let calls = 0;

  function* readLine(line: JsonRecord): Generator<ChatEvent> {
    const message = asRecord(line['message']);
    if (line['done'] === undefined && message === undefined) return;
    if (!hasStarted) {
      hasStarted = true;
      const model = asText(line['model']);
      yield { type: 'message-start', ...(model !== '' && { model }) };
    }
    const content = message?.['content'];
    if (
      message !== undefined &&
      content !== undefined &&
      content !== null &&
      typeof content !== 'string'
    ) {
      yield badResponse('The server sent a text that is not a string.');
      return;
    }
    const thinking = asText(message?.['thinking']);
    if (thinking !== '') yield { type: 'reasoning-delta', text: thinking };
    if (typeof content === 'string' && content !== '') yield { type: 'text-delta', text: content };
    for (const image of asList(message?.['images']).map(asText)) {
      if (image !== '') yield imageFromUrl(`data:image/png;base64,${image}`);
    }
    for (const call of asList(message?.['tool_calls']).map(asRecord)) {
      const made = asRecord(call?.['function']);
      calls += 1;
      yield* parts.tool({
        id: asText(call?.['id']) || `call-${calls}`,
        name: asText(made?.['name']),
        arguments: asJsonText(made?.['arguments']),
        state: 'called',
      });
    }
    if (line['done'] !== true) return;
    yield* usageUpdate(line['prompt_eval_count'], line['eval_count']);
    const word = asText(line['done_reason']);
    const reason = word === '' ? 'complete' : endReason(word);
    yield endOf(word, reason === 'complete' && calls > 0 ? 'tool-call' : reason);
  }

  return {
    end: () => undefined,
    *read({ event, data }) {
      if (event !== 'message') return;
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
        return;
      }
      const line = asRecord(parsed.value);
      if (line === undefined) return;
      if (isErrorObject(line)) yield providerError(line);
      else yield* readLine(line);
    },
  };
}
