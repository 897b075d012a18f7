import type { HookCall } from './ask-hooks.js';
import type { Place } from './server-load.js';
import type { ProxyRouteName } from './types.js';

/** One accepted request, on its way through the handler. */
export interface Visit extends HookCall {
  place: Place;
  /** Filled in for the log as facts become known. */
  report: Report;
}

/** What is known about a request by the time it is answered. */
export interface Report {
  startedAtMs: number;
  origin?: string | undefined;
  route?: ProxyRouteName;
  bodyBytes?: number;
  model?: string;
  images?: number;
  dropped?: readonly string[];
}
