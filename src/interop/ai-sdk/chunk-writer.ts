import { KitError } from '../../errors.js';
import { createId } from '../../internal/create-id.js';
import { grownToolCall } from '../../messages/grow-parts.js';
import type { ToolCallPart } from '../../messages/types.js';
import type { ChatEvent, MessageEndReason } from '../../wire/types.js';
import type { AnswerChunk, FinishReason } from './types.js';

export interface ChunkWriter {
  write: (event: ChatEvent) => void;
  end: (end: KitError | MessageEndReason) => void;
}

/** Writes chat events as the chunks that `useChat` reads. */
export function createChunkWriter(enqueue: (chunk: AnswerChunk) => void): ChunkWriter {
  let isStarted = false;
  let open: { kind: 'text' | 'reasoning'; id: string } | undefined;
  const tools = new Map<string, ToolCallPart>();
  const sources = new Set<string>();
  let usage: { inputTokens?: number; outputTokens?: number } = {};

  function start(): void {
    if (isStarted) return;
    isStarted = true;
    enqueue({ type: 'start' });
    enqueue({ type: 'start-step' });
  }

  function endWords(): void {
    if (open) enqueue({ type: `${open.kind}-end`, id: open.id });
    open = undefined;
  }

  function writeWords(kind: 'text' | 'reasoning', delta: string): void {
    if (open?.kind !== kind) {
      endWords();
      open = { kind, id: createId() };
      enqueue({ type: `${kind}-start`, id: open.id });
    }
    enqueue({ type: `${kind}-delta`, id: open.id, delta });
  }

  /** A call is written once its arguments are complete, and its result when it is available. */
  function writeTool({ type: _type, ...news }: Extract<ChatEvent, { type: 'tool-update' }>): void {
    const before = tools.get(news.id);
    const call = grownToolCall(before, news);
    tools.set(call.id, call);
    const { id: toolCallId, name: toolName, state, result = '' } = call;
    if (state === 'writing' || state === before?.state) return;
    endWords();
    if ((before?.state ?? 'writing') === 'writing') {
      const input = asValue(call.arguments);
      enqueue({ type: 'tool-input-available', toolCallId, toolName, input, dynamic: true });
    }
    if (state === 'done') {
      const output = asValue(result);
      enqueue({ type: 'tool-output-available', toolCallId, output, dynamic: true });
    } else if (state === 'failed') {
      enqueue({ type: 'tool-output-error', toolCallId, errorText: result, dynamic: true });
    }
  }

  return {
    write(event) {
      start();
      switch (event.type) {
        case 'text-delta':
        case 'refusal-delta':
          writeWords('text', event.text);
          break;
        case 'reasoning-delta':
          writeWords('reasoning', event.text);
          break;
        // The protocol takes nothing back: the answer begins a part of its own.
        case 'text-was-reasoning':
          endWords();
          break;
        case 'image-add':
        case 'file-add':
          endWords();
          enqueue({ type: 'file', url: event.url, mediaType: event.mediaType });
          break;
        case 'source-add': {
          const { url, title } = event;
          if (url === undefined || sources.has(url)) break;
          sources.add(url);
          enqueue({ type: 'source-url', sourceId: createId(), url, ...(title && { title }) });
          break;
        }
        case 'tool-update':
          writeTool(event);
          break;
        case 'usage-update': {
          const { type: _type, ...reported } = event;
          usage = { ...usage, ...reported };
          break;
        }
        default:
      }
    },
    end(end) {
      start();
      endWords();
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

/** Parses JSON, and returns other text unchanged. */
function asValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const finishReasons: Record<MessageEndReason, FinishReason> = {
  complete: 'stop',
  length: 'length',
  refusal: 'content-filter',
  filtered: 'content-filter',
  'tool-call': 'tool-calls',
};
