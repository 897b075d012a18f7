import type { ReceivedTurn } from './conversation.js';

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
  /** How often a fault that happens only once has happened, by name. */
  faultCounts: Map<string, number>;
}

export function createStore(): DemoStore {
  return { files: new Map(), responses: new Map(), faultCounts: new Map() };
}
