import { createId } from '../core/ids.js';
import type { JsonObject } from '../core/json.js';
import {
  sseEvent,
  type Finish,
  type Reply,
  type ReplyShape,
  type StreamWriter,
} from '../core/stream-writer.js';

const stopReasons: Readonly<Record<Finish, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  filter: 'refusal',
  refusal: 'refusal',
};

/** Shapes an answer like the Messages API. */
export function messagesShape(model: string): ReplyShape {
  const id = createId('msg_01', 22);
  const message = (content: unknown[], stopReason: string | null, usage: JsonObject) => ({
    id,
    type: 'message',
    role: 'assistant',
    model,
    content,
    stop_reason: stopReason,
    stop_sequence: null,
    usage,
  });
  return {
    whole: (reply) =>
      message([textBlock(reply.text)], stopReasons[reply.finish], usageOf(reply, true)),
    createWriter: (reply) => createWriter(reply, message([], null, usageOf(reply, false))),
  };
}

function createWriter(reply: Reply, message: JsonObject): StreamWriter {
  return {
    contentType: 'text/event-stream; charset=utf-8',
    start: () =>
      event({ type: 'message_start', message }) +
      event({ type: 'content_block_start', index: 0, content_block: textBlock('') }) +
      event({ type: 'ping' }),
    delta: (text) =>
      event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
    end: () => [
      event({ type: 'content_block_stop', index: 0 }),
      event({
        type: 'message_delta',
        delta: { stop_reason: stopReasons[reply.finish], stop_sequence: null },
        usage: usageOf(reply, true),
      }),
      event({ type: 'message_stop' }),
    ],
    failure: (text) => event({ type: 'error', error: { type: 'api_error', message: text } }),
  };
}

function event(data: { type: string; [field: string]: unknown }): string {
  return sseEvent(data, data.type);
}

function textBlock(text: string): unknown {
  return { type: 'text', text, citations: null };
}

/** The first event of a stream only knows the input tokens. */
function usageOf({ usage }: Reply, isComplete: boolean): JsonObject {
  return {
    input_tokens: usage.inputTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: isComplete ? usage.outputTokens : 1,
    service_tier: 'standard',
  };
}
