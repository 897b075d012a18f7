import type { DemoBackendOptions } from '../types.js';
import type { DemoStore } from './store.js';
import type { OrderedFault } from '../faults/fault-list.js';
import type { RefusalFacts } from './refusal.js';

/** Everything a handler may use. */
export interface DemoContext {
  request: Request;
  /** Lower case, without the query. */
  url: URL;
  /** What the route's pattern caught, by name. */
  params: Readonly<Record<string, string>>;
  options: DemoBackendOptions;
  store: DemoStore;
  /** The backend itself, for requests that come inside of others, as in a batch. */
  ask: (request: Request) => Promise<Response>;
  /** Ordered by option or header. */
  fault: OrderedFault | undefined;
}

/** How one API words its errors. */
export interface ErrorStyle {
  body(facts: RefusalFacts, requestId: string): unknown;
  /** Name of the header that carries the request id. */
  requestIdHeader: string;
  /** What a request without, or with a wrong, key is told. */
  keyRefusal(key: string | undefined): RefusalFacts;
  /** Reads the key where this API expects it. */
  readKey(request: Request): string | undefined;
}

export type Handler = (context: DemoContext) => Promise<Response>;
