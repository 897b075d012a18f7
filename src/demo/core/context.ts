import type { DemoBackendOptions } from '../types.js';
import type { DemoStore } from './store.js';
import type { OrderedFault } from '../faults/fault.js';

/** Everything a handler may use. */
export interface DemoContext {
  request: Request;
  /** Lower case, without the query. */
  url: URL;
  /** Values captured by the route's pattern, by name. */
  params: Readonly<Record<string, string>>;
  options: DemoBackendOptions;
  store: DemoStore;
  /** The backend itself, for requests within other requests, as in a batch. */
  ask: (request: Request) => Promise<Response>;
  /** Fault requested by option or header. */
  fault: OrderedFault | undefined;
}

export type Handler = (context: DemoContext) => Promise<Response>;
