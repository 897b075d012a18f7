import { nowSeconds } from '../core/ids.js';
import type { JsonObject } from '../core/json.js';
import type { StoredThread } from '../core/store.js';

export interface MessageFacts {
  id: string;
  threadId: string;
  role: string;
  content: unknown[];
  assistantId?: string;
  runId?: string;
  status?: string;
}

export function messageObject(facts: MessageFacts): JsonObject {
  const { id, threadId, role, content, assistantId, runId, status = 'completed' } = facts;
  return {
    id,
    object: 'thread.message',
    created_at: nowSeconds(),
    assistant_id: assistantId ?? null,
    thread_id: threadId,
    run_id: runId ?? null,
    role,
    status,
    content,
    attachments: [],
    completed_at: null,
    incomplete_at: null,
    incomplete_details: status === 'incomplete' ? { reason: 'max_tokens' } : null,
    metadata: {},
  };
}

export function threadObject({ id, createdAtS }: StoredThread): JsonObject {
  return { id, object: 'thread', created_at: createdAtS, metadata: {}, tool_resources: {} };
}

/** Returns a list in OpenAI's paged form, with everything on the first page. */
export function listObject(data: readonly JsonObject[]): JsonObject {
  return {
    object: 'list',
    data,
    first_id: data[0]?.['id'] ?? null,
    last_id: data.at(-1)?.['id'] ?? null,
    has_more: false,
  };
}
