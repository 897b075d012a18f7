import type { ReceivedTurn } from './conversation.js';
import type { JsonObject } from './json.js';

/** What a provider would keep on its servers, for as long as this backend lives. */
export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  purpose: string;
  bytes: Uint8Array<ArrayBuffer>;
  createdAtS: number;
}

export interface DemoStore {
  files: Map<string, StoredFile>;
  /** What was said up to a Responses answer, by its id. */
  responses: Map<string, ReceivedTurn[]>;
  /** Uploads that come in pieces, until the last one is there. */
  uploads: Map<string, { name: string; mediaType: string; pieces: Uint8Array<ArrayBuffer>[] }>;
  assistants: Map<string, { id: string; model: string; instructions: string }>;
  threads: Map<string, StoredThread>;
  batches: Map<string, StoredBatch>;
  /** How often a fault that happens only once has happened, by name. */
  faultCounts: Map<string, number>;
}

/** A conversation of the Assistants API, which the server keeps. */
export interface StoredThread {
  id: string;
  createdAtS: number;
  turns: ReceivedTurn[];
  /** As they are given back, oldest first. */
  messages: JsonObject[];
  runs: Map<string, JsonObject>;
}

/** A batch under way or done, as it is given back. */
export interface StoredBatch {
  object: JsonObject;
  isCancelled: boolean;
  /** Lines of Anthropic's results; OpenAI's go to files. */
  results?: string[];
}

export function createStore(): DemoStore {
  return {
    files: new Map(),
    responses: new Map(),
    uploads: new Map(),
    assistants: new Map(),
    threads: new Map(),
    batches: new Map(),
    faultCounts: new Map(),
  };
}
