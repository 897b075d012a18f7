import { nowSeconds } from '../core/ids.js';
import { numberOf, type JsonObject } from '../core/json.js';
import { sseEvent, type Reply, type ReplyShape, type StreamWriter } from '../core/stream-writer.js';
import { createDrawing, type Drawing } from './drawing.js';

const MAX_COUNT = 10;
const BLOCKED = {
  message: 'Your request was rejected by the safety system.',
  type: 'image_generation_user_error',
  param: null,
  code: 'moderation_blocked',
};

/** Shapes an answer like the images endpoints: drawings and no text, whole or as events. */
export function imagesShape(
  request: JsonObject,
  name: 'image_generation' | 'image_edit',
): ReplyShape {
  const drawing = createDrawing(request['size'], request['partial_images']);
  const count = Math.min(MAX_COUNT, numberOf(request['n']) ?? 1);
  return {
    whole: (reply) => ({
      created: nowSeconds(),
      ...drawing.facts,
      data: Array.from({ length: count }, () => ({ b64_json: drawing.finished() })),
      usage: usageOf(reply),
    }),
    createWriter: (reply) => createWriter(reply, name, drawing, count),
  };
}

function createWriter(reply: Reply, name: string, drawing: Drawing, count: number): StreamWriter {
  const event = (kind: string, base64: string, more: JsonObject): string => {
    const type = `${name}.${kind}`;
    const data = { type, b64_json: base64, created_at: nowSeconds(), ...drawing.facts, ...more };
    return sseEvent(data, type);
  };
  return {
    contentType: 'text/event-stream; charset=utf-8',
    start: () => '',
    *interlude() {
      for (const [index, base64] of drawing.previews().entries()) {
        yield event('partial_image', base64, { partial_image_index: index });
      }
    },
    // The words of the demo take their time, and are not sent.
    delta: () => ': drawing\n\n',
    end: () =>
      reply.finish === 'stop' || reply.finish === 'length'
        ? Array.from({ length: count }, () =>
            event('completed', drawing.finished(), { usage: usageOf(reply) }),
          )
        : [sseEvent({ type: 'error', error: BLOCKED }, 'error')],
    failure: (message) =>
      sseEvent({ type: 'error', error: { message, type: 'server_error', code: null } }, 'error'),
  };
}

function usageOf({ usage }: Reply): JsonObject {
  return {
    input_tokens: usage.inputTokens,
    input_tokens_details: { image_tokens: 0, text_tokens: usage.inputTokens },
    output_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
  };
}
