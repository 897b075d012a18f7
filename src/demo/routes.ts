import type { Handler } from './core/context.js';
import type { ErrorStyle } from './core/refusal.js';

interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Matched against the end of the path, so that any base URL works. `:name` captures one segment. */
  path: string;
  handle: Handler;
  /** Whether it answers a conversation, to which a fault set by option applies. */
  isAnswer?: boolean;
}

/** One provider's paths and its error format. */
export interface Api {
  style: ErrorStyle;
  /** Whether a request is meant for this API, if the path alone does not say. */
  isFor?: (request: Request) => boolean;
  /** Searched in order, so a longer path comes before its own ending. */
  routes: readonly Route[];
}

export interface FoundRoute {
  route: Route;
  style: ErrorStyle;
  params: Record<string, string>;
}

export function findRoute(
  apis: readonly Api[],
  request: Request,
  pathname: string,
): FoundRoute | undefined {
  for (const { style, isFor, routes } of apis) {
    if (isFor?.(request) === false) continue;
    for (const route of routes) {
      const params = route.method === request.method && matchEnd(route.path, pathname);
      if (params) return { route, style, params };
    }
  }
  return undefined;
}

/** Compares from the end, segment by segment. */
function matchEnd(pattern: string, pathname: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').slice(1);
  const given = pathname.split('/').filter((segment) => segment !== '');
  if (given.length < wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of given.slice(-wanted.length).entries()) {
    const expected = wanted[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = decodeSegment(segment);
    else if (expected !== segment) return undefined;
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
