import { createId } from '../core/ids.js';
import { sseEvent, type Finish, type Reply, type ReplyShape } from '../core/stream-writer.js';
import { googleError } from './gemini-errors.js';

const finishReasons: Readonly<Record<Finish, string>> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  filter: 'SAFETY',
  refusal: 'PROHIBITED_CONTENT',
};

/** Shapes an answer like Gemini. Without `alt=sse` a stream is one JSON array, written piece by piece. */
export function generateShape(model: string, isEventStream: boolean): ReplyShape {
  const responseId = createId('', 22);
  const piece = (reply: Reply, text: string, isLast: boolean): unknown => ({
    candidates: [
      {
        content: { parts: [{ text }], role: 'model' },
        ...(isLast ? { finishReason: finishReasons[reply.finish] } : {}),
        index: 0,
      },
    ],
    usageMetadata: usageOf(reply, isLast),
    modelVersion: model,
    responseId,
  });
  return {
    whole: (reply) => piece(reply, reply.text, true),
    createWriter: (reply) => {
      let isFirst = true;
      const write = (data: unknown): string => {
        if (isEventStream) return sseEvent(data).replaceAll('\n\n', '\r\n\r\n');
        const before = isFirst ? '[' : ',\r\n';
        isFirst = false;
        return before + JSON.stringify(data);
      };
      return {
        contentType: isEventStream ? 'text/event-stream; charset=utf-8' : 'application/json',
        start: () => '',
        delta: (text) => write(piece(reply, text, false)),
        end: () => [write(piece(reply, '', true)), ...(isEventStream ? [] : [']'])],
        failure: (message) => write({ error: googleError(503, message) }),
      };
    },
  };
}

function usageOf({ usage }: Reply, isComplete: boolean): unknown {
  const { inputTokens, outputTokens } = usage;
  return {
    promptTokenCount: inputTokens,
    ...(isComplete ? { candidatesTokenCount: outputTokens } : {}),
    totalTokenCount: inputTokens + (isComplete ? outputTokens : 0),
  };
}
