/** What a server can tell besides answers, as data and pure functions. */
import type { ChatMessage } from '../messages/types.js';
import type { WireOptions, WireRequest } from './types.js';

/** A model as a server tells of it. */
export interface WireModel {
  id: string;
  /** Missing where the server does not say. */
  vision?: boolean;
}

export interface WireModelPage {
  models: readonly WireModel[];
  /** Where the list goes on, below the base URL. */
  nextPath?: string;
}

/** How a server lists its models. */
export interface WireModels {
  /** Below the base URL. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Nothing where the answer is no list. */
  read: (answer: unknown) => WireModelPage | undefined;
  /** Asked in turn about the models whose eyes the list is silent on. */
  hints?: readonly WireModelHint[];
}

/** Another address of the same server that tells which models can see. */
export interface WireModelHint {
  /** From the root of the server, not below its version. */
  path: string;
  /** The JSON to post about one model. Without it one GET tells of all. */
  bodyFor?: (id: string) => unknown;
  /** What was learned of these models. */
  read: (answer: unknown, ids: readonly string[]) => readonly WireModel[];
  /** Only servers on this machine or its network are asked: elsewhere nobody has such an address. */
  onlyNearby?: boolean;
}

/** How a server counts the tokens of a request without answering it. */
export interface WireTokenCount {
  /** What is counted is what `buildRequest` would send. */
  buildRequest: (messages: readonly ChatMessage[], options: WireOptions) => Promise<WireRequest>;
  /** Nothing where the answer holds no count. */
  read: (answer: unknown) => number | undefined;
}
