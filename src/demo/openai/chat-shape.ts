import { createId, nowSeconds } from '../core/ids.js';
import {
  sseEvent,
  type Finish,
  type Reply,
  type ReplyShape,
  type StreamWriter,
} from '../core/stream-writer.js';

const finishReasons: Readonly<Record<Finish, string>> = {
  stop: 'stop',
  length: 'length',
  filter: 'content_filter',
  refusal: 'stop',
};

/** Shapes an answer like Chat Completions. `includeUsage`: the request asked for a final usage chunk. */
export function chatShape(model: string, { includeUsage }: { includeUsage: boolean }): ReplyShape {
  const id = createId('chatcmpl-');
  const created = nowSeconds();
  const base = { id, created, model, service_tier: 'default', system_fingerprint: null };
  const chunk = (choices: unknown[], usage: unknown = null): string =>
    sseEvent({
      ...base,
      object: 'chat.completion.chunk',
      choices,
      ...(includeUsage ? { usage } : {}),
    });
  return {
    whole: (reply) => ({
      ...base,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: reply.finish === 'refusal' ? null : reply.text,
            refusal: reply.finish === 'refusal' ? reply.text : null,
          },
          logprobs: null,
          finish_reason: finishReasons[reply.finish],
        },
      ],
      usage: usageOf(reply),
    }),
    createWriter: (reply): StreamWriter => {
      const isRefusal = reply.finish === 'refusal';
      return {
        contentType: 'text/event-stream; charset=utf-8',
        start: () =>
          chunk([choice({ role: 'assistant', content: isRefusal ? null : '', refusal: null })]),
        delta: (text) => chunk([choice(isRefusal ? { refusal: text } : { content: text })]),
        end: () => [
          chunk([choice({}, finishReasons[reply.finish])]),
          ...(includeUsage ? [chunk([], usageOf(reply))] : []),
          sseEvent('[DONE]'),
        ],
        failure: (message) =>
          sseEvent({ error: { message, type: 'server_error', param: null, code: null } }),
      };
    },
  };
}

function choice(delta: unknown, finishReason: string | null = null): unknown {
  return { index: 0, delta, logprobs: null, finish_reason: finishReason };
}

function usageOf({ usage }: Reply): unknown {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  };
}
