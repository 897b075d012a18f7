/**
 * The Assistants API, which OpenAI closed on 2026-08-26 but compatible servers still support: threads,
 * messages and runs.
 */
import { answer } from '../core/answer.js';
import { requestedSchema } from '../core/requested-object.js';
import type { DemoContext } from '../core/context.js';
import type { Conversation } from '../core/conversation.js';
import { json } from '../core/http.js';
import { createId, nowSeconds } from '../core/ids.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';
import { readJsonObject } from '../core/read-body.js';
import { Refusal } from '../core/refusal.js';
import type { StoredThread } from '../core/store.js';
import { requireModel } from '../openai/chat-completions.js';
import { badJson, missing, openaiErrors, wrongType } from '../openai/openai-errors.js';
import { judgeMessage } from './judge-message.js';
import { runShape } from './run-shape.js';
import { listObject, messageObject, threadObject } from './thread-objects.js';

/** Threads can be filled before a model is named; until then images are counted with this one. */
const MODEL_OF_THREADS = 'gpt-4o';

export async function createAssistant(context: DemoContext): Promise<Response> {
  const body = await readBody(context);
  const { id: model } = requireModel(body['model'], context);
  const assistant = {
    id: createId('asst_'),
    model,
    instructions: textOf(body['instructions']) ?? '',
  };
  context.store.assistants.set(assistant.id, assistant);
  return json({
    ...assistant,
    object: 'assistant',
    created_at: nowSeconds(),
    name: body['name'] ?? null,
    description: null,
    tools: [],
    metadata: {},
  });
}

export async function createThread(context: DemoContext): Promise<Response> {
  const body = (await readJsonObject(context.request)) ?? {};
  return json(threadObject(await makeThread(body, 'messages', context)));
}

export async function createMessage(context: DemoContext): Promise<Response> {
  const thread = requireThread(context);
  const body = await readBody(context);
  return json(await addMessage(thread, body, '', context));
}

/** Newest first, or oldest first with `order=asc`. */
export async function listMessages(context: DemoContext): Promise<Response> {
  const { messages } = requireThread(context);
  const isAscending = context.url.searchParams.get('order') === 'asc';
  return json(listObject(isAscending ? messages : messages.toReversed()));
}

export async function createRun(context: DemoContext): Promise<Response> {
  const thread = requireThread(context);
  const body = await readBody(context);
  await addAll(thread, body['additional_messages'], 'additional_messages', context);
  return run(thread, body, context, false);
}

/** `POST /v1/threads/runs`: a thread and its first run at once. */
export async function createThreadAndRun(context: DemoContext): Promise<Response> {
  const body = await readBody(context);
  const inner = isObject(body['thread']) ? body['thread'] : {};
  const thread = await makeThread(inner, 'thread.messages', context);
  return run(thread, body, context, true);
}

export async function retrieveRun(context: DemoContext): Promise<Response> {
  const thread = requireThread(context);
  const id = context.params['run'] ?? '';
  const found = thread.runs.get(id);
  if (!found) throw noSuch('run', id);
  return json(found);
}

async function run(
  thread: StoredThread,
  body: JsonObject,
  context: DemoContext,
  isNewThread: boolean,
): Promise<Response> {
  const assistantId = textOf(body['assistant_id']);
  if (assistantId === undefined) throw missing('assistant_id');
  const assistant = context.store.assistants.get(assistantId);
  if (!assistant && body['model'] === undefined) throw noSuch('assistant', assistantId);
  const { id: model } = requireModel(body['model'] ?? assistant?.model, context);
  const instructions = textOf(body['instructions']) ?? assistant?.instructions ?? '';
  const limit = numberOf(body['max_completion_tokens']);
  const conversation: Conversation = {
    model,
    turns: [{ role: 'system', text: instructions, images: [] }, ...thread.turns],
    wantsStream: body['stream'] === true,
    ...requestedSchema(body),
    ...(limit === undefined ? {} : { maxOutputTokens: limit }),
  };
  const shape = runShape({ thread, assistantId, model, instructions, isNewThread });
  return answer(context, openaiErrors, conversation, shape);
}

async function makeThread(
  body: JsonObject,
  at: string,
  context: DemoContext,
): Promise<StoredThread> {
  const thread: StoredThread = {
    id: createId('thread_'),
    createdAtS: nowSeconds(),
    turns: [],
    messages: [],
    runs: new Map(),
  };
  await addAll(thread, body['messages'], at, context);
  context.store.threads.set(thread.id, thread);
  return thread;
}

async function addAll(
  thread: StoredThread,
  messages: unknown,
  at: string,
  context: DemoContext,
): Promise<void> {
  if (messages === undefined || messages === null) return;
  if (!Array.isArray(messages)) throw wrongType(at, 'an array of objects', messages);
  for (const [index, message] of (messages as unknown[]).entries()) {
    await addMessage(thread, message, `${at}[${index}]`, context);
  }
}

async function addMessage(
  thread: StoredThread,
  message: unknown,
  at: string,
  { store }: DemoContext,
): Promise<JsonObject> {
  const { turn, content } = await judgeMessage(message, at, MODEL_OF_THREADS, store);
  thread.turns.push(turn);
  const stored = messageObject({
    id: createId('msg_'),
    threadId: thread.id,
    role: turn.role,
    content,
  });
  thread.messages.push(stored);
  return stored;
}

async function readBody({ request }: DemoContext): Promise<JsonObject> {
  const body = await readJsonObject(request);
  if (!body) throw badJson();
  return body;
}

function requireThread({ store, params }: DemoContext): StoredThread {
  const id = params['thread'] ?? '';
  const thread = store.threads.get(id);
  if (!thread) throw noSuch('thread', id);
  return thread;
}

function noSuch(what: string, id: string): Refusal {
  return new Refusal({
    status: 404,
    type: 'invalid_request_error',
    message: `No ${what} found with id '${id}'.`,
  });
}
