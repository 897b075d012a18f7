import { createId, nowSeconds } from '../core/ids.js';
import type { JsonObject } from '../core/json.js';
import type { StoredThread } from '../core/store.js';
import { sseEvent, type Reply, type ReplyShape, type StreamWriter } from '../core/stream-writer.js';
import { textBlock } from './judge-message.js';
import { messageObject } from './thread-objects.js';

interface RunOptions {
  thread: StoredThread;
  assistantId: string;
  model: string;
  instructions: string;
  /** Whether the thread was created by the same request. */
  isNewThread: boolean;
}

/** Shapes a run of the Assistants API: the answer becomes a message of the thread. */
export function runShape(options: RunOptions): ReplyShape {
  const { thread, assistantId, model, instructions, isNewThread } = options;
  const runId = createId('run_');
  const messageId = createId('msg_');
  const createdAtS = nowSeconds();
  const runObject = (status: string, more: JsonObject = {}): JsonObject => ({
    id: runId,
    object: 'thread.run',
    created_at: createdAtS,
    assistant_id: assistantId,
    thread_id: thread.id,
    status,
    started_at: status === 'queued' ? null : createdAtS,
    expires_at: createdAtS + 600,
    cancelled_at: null,
    failed_at: null,
    completed_at: null,
    required_action: null,
    last_error: null,
    incomplete_details: null,
    model,
    instructions,
    tools: [],
    metadata: {},
    usage: null,
    temperature: 1,
    top_p: 1,
    max_prompt_tokens: null,
    max_completion_tokens: null,
    truncation_strategy: { type: 'auto', last_messages: null },
    response_format: 'auto',
    tool_choice: 'auto',
    parallel_tool_calls: true,
    ...more,
  });
  const answerMessage = (reply: Reply | undefined): JsonObject =>
    messageObject({
      id: messageId,
      threadId: thread.id,
      role: 'assistant',
      content: reply ? [textBlock(reply.text)] : [],
      assistantId,
      runId,
      status: reply ? messageStatus(reply) : 'in_progress',
    });
  const closedRun = (reply: Reply): JsonObject =>
    messageStatus(reply) === 'completed'
      ? runObject('completed', { completed_at: nowSeconds(), usage: usageOf(reply) })
      : runObject('incomplete', {
          incomplete_details: { reason: 'max_completion_tokens' },
          usage: usageOf(reply),
        });
  return {
    whole: () => runObject('queued'),
    onReply: (reply) => {
      thread.turns.push({ role: 'assistant', text: reply.text, images: [] });
      thread.messages.push(answerMessage(reply));
      thread.runs.set(runId, closedRun(reply));
    },
    createWriter: (reply) =>
      createWriter(reply, {
        thread: isNewThread ? thread : undefined,
        step: (status) =>
          stepObject({ runId, messageId, assistantId, threadId: thread.id, status }),
        runObject,
        answerMessage,
        closedRun,
        messageId,
      }),
  };
}

interface RunObjects {
  thread: StoredThread | undefined;
  step: (status: string) => JsonObject;
  runObject: (status: string, more?: JsonObject) => JsonObject;
  answerMessage: (reply: Reply | undefined) => JsonObject;
  closedRun: (reply: Reply) => JsonObject;
  messageId: string;
}

function createWriter(reply: Reply, objects: RunObjects): StreamWriter {
  const { thread, step, runObject, answerMessage, closedRun, messageId } = objects;
  return {
    contentType: 'text/event-stream; charset=utf-8',
    start: () =>
      (thread
        ? event('thread.created', {
            id: thread.id,
            object: 'thread',
            created_at: thread.createdAtS,
            metadata: {},
          })
        : '') +
      event('thread.run.created', runObject('queued')) +
      event('thread.run.queued', runObject('queued')) +
      event('thread.run.in_progress', runObject('in_progress')) +
      event('thread.run.step.created', step('in_progress')) +
      event('thread.run.step.in_progress', step('in_progress')) +
      event('thread.message.created', answerMessage(undefined)) +
      event('thread.message.in_progress', answerMessage(undefined)),
    delta: (text) =>
      event('thread.message.delta', {
        id: messageId,
        object: 'thread.message.delta',
        delta: { content: [{ index: 0, type: 'text', text: { value: text } }] },
      }),
    end: () => [
      event(`thread.message.${messageStatus(reply)}`, answerMessage(reply)) +
        event('thread.run.step.completed', step('completed')),
      event(`thread.run.${messageStatus(reply)}`, closedRun(reply)),
      event('done', '[DONE]'),
    ],
    failure: (message) =>
      event('error', { error: { message, type: 'server_error', param: null, code: null } }),
  };
}

function event(name: string, data: unknown): string {
  return sseEvent(data, name);
}

function messageStatus({ finish }: Reply): 'completed' | 'incomplete' {
  return finish === 'stop' || finish === 'refusal' ? 'completed' : 'incomplete';
}

function usageOf({ usage }: Reply): unknown {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
  };
}

interface StepFacts {
  runId: string;
  messageId: string;
  assistantId: string;
  threadId: string;
  status: string;
}

function stepObject({ runId, messageId, assistantId, threadId, status }: StepFacts): JsonObject {
  return {
    id: `step_${runId.slice(4)}`,
    object: 'thread.run.step',
    created_at: nowSeconds(),
    run_id: runId,
    assistant_id: assistantId,
    thread_id: threadId,
    type: 'message_creation',
    status,
    cancelled_at: null,
    completed_at: status === 'completed' ? nowSeconds() : null,
    expired_at: null,
    failed_at: null,
    last_error: null,
    metadata: null,
    step_details: { type: 'message_creation', message_creation: { message_id: messageId } },
    usage: null,
  };
}
