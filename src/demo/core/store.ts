import type { ReceivedTurn } from './conversation.js';
import type { JsonObject } from './json.js';

/** What a provider would store on its servers, as long as this backend exists. */
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
  /** For each Responses answer, by its id, the conversation up to it. */
  responses: Map<string, ReceivedTurn[]>;
  /** Uploads in several pieces, until the last one has arrived. */
  uploads: Map<string, { name: string; mediaType: string; pieces: Uint8Array<ArrayBuffer>[] }>;
  assistants: Map<string, { id: string; model: string; instructions: string }>;
  threads: Map<string, StoredThread>;
  batches: Map<string, StoredBatch>;
  /** How often each one-time fault has happened, by name. */
  faultCounts: Map<string, number>;
}

/** A conversation of the Assistants API, which is stored on the server. */
export interface StoredThread {
  id: string;
  createdAtS: number;
  turns: ReceivedTurn[];
  /** In the form in which they are returned, oldest first. */
  messages: JsonObject[];
  runs: Map<string, JsonObject>;
}

/** A batch in progress or completed, in the form in which it is returned. */
export interface StoredBatch {
  object: JsonObject;
  isCancelled: boolean;
  /** Lines of Anthropic's results; OpenAI's are written to files. */
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
