import type { ErrorStyle, Handler } from './core/context.js';
import { chatCompletions } from './openai/chat-completions.js';
import { deleteFile, fileContent, listFiles, retrieveFile, uploadFile } from './openai/files.js';
import { listModels } from './openai/list-models.js';
import { responses, responsesInputTokens } from './openai/responses.js';
import { openaiErrors } from './openai/openai-errors.js';

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Matched against the end of the path, so that any base URL works. `:name` catches one segment. */
  path: string;
  style: ErrorStyle;
  handle: Handler;
  /** Answers a conversation: a fault set by option happens here. */
  isAnswer?: boolean;
  /** Tells two APIs apart that share a path. */
  when?: (request: Request) => boolean;
}

export interface FoundRoute {
  route: Route;
  params: Record<string, string>;
}

const openai = { style: openaiErrors } as const;

/** Looked through in order, so a longer path stands before its own ending. */
export const routes: readonly Route[] = [
  {
    ...openai,
    method: 'POST',
    path: '/deployments/:deployment/chat/completions',
    handle: chatCompletions,
    isAnswer: true,
  },
  {
    ...openai,
    method: 'POST',
    path: '/chat/completions',
    handle: chatCompletions,
    isAnswer: true,
  },
  { ...openai, method: 'POST', path: '/responses/input_tokens', handle: responsesInputTokens },
  { ...openai, method: 'POST', path: '/responses', handle: responses, isAnswer: true },
  { ...openai, method: 'GET', path: '/models', handle: listModels },
  { ...openai, method: 'POST', path: '/files', handle: uploadFile },
  { ...openai, method: 'GET', path: '/files', handle: listFiles },
  { ...openai, method: 'GET', path: '/files/:id/content', handle: fileContent },
  { ...openai, method: 'GET', path: '/files/:id', handle: retrieveFile },
  { ...openai, method: 'DELETE', path: '/files/:id', handle: deleteFile },
];

export function findRoute(request: Request, pathname: string): FoundRoute | undefined {
  for (const route of routes) {
    if (route.method !== request.method || route.when?.(request) === false) continue;
    const params = matchEnd(route.path, pathname);
    if (params) return { route, params };
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
    if (expected.startsWith(':')) params[expected.slice(1)] = decodeURIComponent(segment);
    else if (expected !== segment) return undefined;
  }
  return params;
}
