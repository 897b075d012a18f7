import { endOf, endReason } from '../end-reason.js';
import { createGivenParts } from '../given-parts.js';
import { createGivenText } from '../given-text.js';
import type { GivenText } from '../given-text.js';
import { annotatedSource } from '../openai-annotation.js';
import { badResponse, parseData, providerError, readAnswer } from '../read-answer.js';
import type { AnswerReader } from '../read-answer.js';
import { isErrorObject } from '../../internal/read-provider-error.js';
import { asCount, asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent, ServerEvent } from '../types.js';
import { usageUpdate } from '../usage-update.js';
import { openaiAssistantsFacts } from './facts.js';
import { createStepReader } from './read-step.js';

/**
 * Reads the events of a run. Only the run's own end completes the answer. Images that an assistant creates arrive as
 * file ids, which take a key to fetch; they are skipped.
 */
export function readEvents(events: AsyncIterable<ServerEvent>): AsyncIterable<ChatEvent> {
  return readAnswer(events, createReader(), openaiAssistantsFacts);
}

function createReader(): AnswerReader {
  const given = createGivenText();
  const parts = createGivenParts();
  const readStep = createStepReader(parts);
  let hasRefusal = false;

  /** Reads a piece of a message, or the message as its last event repeats it. */
  function* readContent(message: JsonRecord, give: GivenText['piece']): Generator<ChatEvent> {
    const itemId = asText(message['id']);
    const content = asList((asRecord(message['delta']) ?? message)['content']);
    for (const [partIndex, part] of content.map(asRecord).entries()) {
      const place = {
        ...(itemId !== '' && { itemId }),
        partIndex: asCount(part?.['index']) ?? partIndex,
      };
      const words = asRecord(part?.['text']);
      const text = give(place, asText(words?.['value']));
      if (text !== '') yield { type: 'text-delta', text };
      for (const annotation of asList(words?.['annotations'])) {
        yield* parts.source(annotatedSource(asRecord(annotation), given, place));
      }
      const refusal = give(place, asText(part?.['refusal']));
      if (refusal !== '') {
        hasRefusal = true;
        yield { type: 'refusal-delta', text: refusal };
      }
    }
  }

  /** Reads the calls that the app is asked to make; without their steps, also their first mention. */
  function* readCalls(run: JsonRecord): Generator<ChatEvent> {
    const asked = asRecord(asRecord(run['required_action'])?.['submit_tool_outputs']);
    for (const call of asList(asked?.['tool_calls']).map(asRecord)) {
      const made = asRecord(call?.['function']);
      yield* parts.tool({
        id: asText(call?.['id']),
        name: asText(made?.['name']),
        arguments: asText(made?.['arguments']),
      });
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
        if (asRecord(run['delta']) === undefined) {
          yield badResponse('The server sent a text event without text.');
        } else yield* readContent(run, (place, text) => given.piece(place, text));
        return;
      case 'thread.message.completed':
        yield* readContent(run, (place, text) => given.whole(place, text));
        return;
      case 'thread.run.step.created':
      case 'thread.run.step.delta':
      case 'thread.run.step.completed':
      case 'thread.run.step.failed':
        yield* readStep(event, run);
        return;
      case 'thread.run.completed':
        yield* usageUpdate(usage?.['prompt_tokens'], usage?.['completion_tokens']);
        yield { type: 'message-end', reason: hasRefusal ? 'refusal' : 'complete' };
        return;
      case 'thread.run.incomplete': {
        yield* usageUpdate(usage?.['prompt_tokens'], usage?.['completion_tokens']);
        const reason = asText(asRecord(run['incomplete_details'])?.['reason']);
        yield endOf(reason, reason === '' ? 'length' : endReason(reason));
        return;
      }
      case 'thread.run.requires_action':
        yield* readCalls(run);
        yield* parts.closeTools();
        yield { type: 'message-end', reason: 'tool-call' };
        return;
      case 'thread.run.cancelled':
        yield endOf('cancelled');
        return;
      case 'thread.run.failed':
      case 'thread.run.expired':
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
      const parsed = parseData({ event, data });
      if ('fail' in parsed) {
        yield parsed.fail;
        return;
      }
      const value = asRecord(parsed.value);
      if (value === undefined) return;
      if (event === 'error' || isErrorObject(value)) yield providerError(value);
      else yield* readRun(event, value);
    },
  };
}
