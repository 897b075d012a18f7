import type { JsonObject } from '../core/json.js';
import { createId, nowSeconds } from '../core/ids.js';
import { requestedImage, type MadeImage } from './made-image.js';
import { sseEvent, type Reply, type ReplyShape, type StreamWriter } from '../core/stream-writer.js';

interface ResponsesOptions {
  id: string;
  model: string;
  request: JsonObject;
  onReply: (reply: Reply) => void;
}

/** Shapes an answer like Responses: one message, whole or as typed events. */
export function responsesShape({ id, model, request, onReply }: ResponsesOptions): ReplyShape {
  const createdAtS = nowSeconds();
  const messageId = createId('msg_');
  const image = requestedImage(request);
  const imageItems = image ? [image.item('completed')] : [];
  const snapshot = (status: string, output: unknown[], more: JsonObject = {}): JsonObject => ({
    id,
    object: 'response',
    created_at: createdAtS,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: request['instructions'] ?? null,
    max_output_tokens: request['max_output_tokens'] ?? null,
    model,
    output,
    parallel_tool_calls: true,
    previous_response_id: request['previous_response_id'] ?? null,
    reasoning: { effort: null, summary: null },
    store: request['store'] ?? true,
    temperature: 1,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: request['tools'] ?? [],
    top_p: 1,
    truncation: 'disabled',
    usage: null,
    user: null,
    metadata: request['metadata'] ?? {},
    ...more,
  });
  const closing = (reply: Reply): JsonObject => {
    const cutBy = { length: 'max_output_tokens', filter: 'content_filter', stop: '', refusal: '' }[
      reply.finish
    ];
    const status = cutBy === '' ? 'completed' : 'incomplete';
    return snapshot(status, [...imageItems, messageOf(messageId, status, [partOf(reply)])], {
      usage: usageOf(reply),
      ...(cutBy === '' ? {} : { incomplete_details: { reason: cutBy } }),
    });
  };
  return {
    onReply,
    whole: closing,
    createWriter: (reply) => createWriter(reply, { messageId, image, snapshot, closing }),
  };
}

interface Snapshots {
  messageId: string;
  image: MadeImage | undefined;
  snapshot: (status: string, output: unknown[]) => JsonObject;
  closing: (reply: Reply) => JsonObject;
}

function createWriter(reply: Reply, snapshots: Snapshots): StreamWriter {
  const { messageId, image, snapshot, closing } = snapshots;
  const messageIndex = image ? 1 : 0;
  let sequence = 0;
  const event = (type: string, data: JsonObject): string =>
    sseEvent({ type, sequence_number: sequence++, ...data }, type);
  const kind = reply.finish === 'refusal' ? 'refusal' : 'output_text';
  const place = { item_id: messageId, output_index: messageIndex, content_index: 0 };
  const emptyPart = partOf({ ...reply, text: '' });
  const startMessage = (): string =>
    event('response.output_item.added', {
      output_index: messageIndex,
      item: messageOf(messageId, 'in_progress', []),
    }) + event('response.content_part.added', { ...place, part: emptyPart });
  return {
    contentType: 'text/event-stream; charset=utf-8',
    start: () =>
      event('response.created', { response: snapshot('in_progress', []) }) +
      event('response.in_progress', { response: snapshot('in_progress', []) }) +
      (image ? '' : startMessage()),
    *interlude() {
      if (!image) return;
      const at = { item_id: image.id, output_index: 0 };
      yield (
        event('response.output_item.added', { output_index: 0, item: image.item('in_progress') }) +
          event('response.image_generation_call.in_progress', at)
      );
      yield event('response.image_generation_call.generating', at);
      for (const preview of image.previews()) {
        yield event('response.image_generation_call.partial_image', { ...at, ...preview });
      }
      yield (
        event('response.image_generation_call.completed', at) +
          event('response.output_item.done', { output_index: 0, item: image.item('completed') }) +
          startMessage()
      );
    },
    delta: (delta) => event(`response.${kind}.delta`, { ...place, delta, logprobs: [] }),
    end: () => {
      const response = closing(reply);
      const text =
        kind === 'refusal' ? { refusal: reply.text } : { text: reply.text, logprobs: [] };
      return [
        event(`response.${kind}.done`, { ...place, ...text }) +
          event('response.content_part.done', { ...place, part: partOf(reply) }) +
          event('response.output_item.done', {
            output_index: messageIndex,
            item: messageOf(messageId, String(response['status']), [partOf(reply)]),
          }),
        event(`response.${String(response['status'])}`, { response }),
      ];
    },
    failure: (message) => event('error', { code: 'server_error', message, param: null }),
  };
}

function messageOf(id: string, status: string, content: unknown[]): JsonObject {
  return { id, type: 'message', status, role: 'assistant', content };
}

function partOf({ finish, text }: Reply): JsonObject {
  return finish === 'refusal'
    ? { type: 'refusal', refusal: text }
    : { type: 'output_text', text, annotations: [], logprobs: [] };
}

function usageOf({ usage }: Reply): JsonObject {
  return {
    input_tokens: usage.inputTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: usage.outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: usage.inputTokens + usage.outputTokens,
  };
}
