import { KitError } from '../../errors.js';
import { createId } from '../../internal/create-id.js';
import type { ChatEvent, MessageEndReason } from '../../wire/types.js';
import type { AnswerChunk, FinishReason } from './types.js';

export interface ChunkWriter {
  write: (event: ChatEvent) => void;
  end: (end: KitError | MessageEndReason) => void;
}

/** Chat events as the chunks that `useChat` reads. */
export function createChunkWriter(enqueue: (chunk: AnswerChunk) => void): ChunkWriter {
  let isStarted = false;
  let textId: string | undefined;
  let usage: { inputTokens?: number; outputTokens?: number } = {};

  function start(): void {
    if (isStarted) return;
    isStarted = true;
    enqueue({ type: 'start' });
    enqueue({ type: 'start-step' });
  }

  function endText(): void {
    if (textId !== undefined) enqueue({ type: 'text-end', id: textId });
    textId = undefined;
  }

  function writeText(delta: string): void {
    if (textId === undefined) {
      textId = createId();
      enqueue({ type: 'text-start', id: textId });
    }
    enqueue({ type: 'text-delta', id: textId, delta });
  }

  return {
    write(event) {
      start();
      if (event.type === 'text-delta' || event.type === 'refusal-delta') writeText(event.text);
      if (event.type === 'image-add') {
        endText();
        enqueue({ type: 'file', url: event.url, mediaType: event.mediaType });
      }
      if (event.type === 'usage-update') {
        const { type: _type, ...reported } = event;
        usage = { ...usage, ...reported };
      }
    },
    end(end) {
      start();
      endText();
      if (!KitError.is(end)) {
        enqueue({ type: 'finish-step' });
        enqueue({
          type: 'finish',
          finishReason: finishReasons[end],
          messageMetadata: { usage },
        });
      } else if (end.code === 'aborted') {
        enqueue({ type: 'abort' });
      } else {
        enqueue({ type: 'error', errorText: end.message });
      }
    },
  };
}

const finishReasons: Record<MessageEndReason, FinishReason> = {
  complete: 'stop',
  length: 'length',
  refusal: 'content-filter',
  filtered: 'content-filter',
  'tool-call': 'tool-calls',
};
