import { answerChat, type ChatPath } from './answer-chat.js';
import { answerDeletion, answerUpload, FORM_BYTES } from './answer-files.js';
import {
  answerAnnouncement,
  answerFileState,
  answerSteppedUpload,
} from './answer-stepped-upload.js';
import { answerModels } from './answer-models.js';
import { answerCancellation, answerResponse } from './answer-response.js';
import { checkDeclaredSize, checkFormType, checkJsonType } from './check-headers.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import type { FilesSettings, RouteSettings } from './route-settings.js';
import type { ProxyRouteName } from './types.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import {
  contentsAddress,
  imagesAddress,
  readContentsTarget,
  readImageAction,
} from './upstream-shape.js';
import type { Visit } from './visit.js';

export interface Route {
  name: ProxyRouteName;
  answer: (visit: Visit) => Promise<UpstreamAnswer>;
}

/**
 * Decides by the method and the end of the path what is asked for, and checks the declared headers, before a byte of
 * the body is read. Chats are answered at every path, since the app decides where the handler is mounted.
 *
 * @throws ProxyRefusal for a request that is not answered here, or not enabled
 */
export function findRoute(request: Request, settings: ProxySettings): Route {
  const { method } = request;
  const { shape, routes } = settings;
  const { models, files, background } = routes;
  const segments = new URL(request.url).pathname.split('/').filter((segment) => segment !== '');
  const [parent, last] = [segments.at(-2), segments.at(-1)];
  if (method === 'GET' && last === (shape === 'options' ? 'tags' : 'models')) {
    if (!models) throw notEnabled('models', 'lists no models', settings);
    return { name: 'models', answer: (visit) => answerModels(models.upstream, visit) };
  }
  if (method === 'GET' && parent === 'files' && last !== undefined && files?.isStepped) {
    const id = decodeId(last);
    return { name: 'file-state', answer: (visit) => answerFileState(id, files, visit) };
  }
  if (method === 'DELETE' && parent === 'files' && last !== undefined) {
    if (!files) throw notEnabled('files', 'deletes no uploaded images', settings);
    const id = decodeId(last);
    return { name: 'file-deletion', answer: (visit) => answerDeletion(id, files, visit) };
  }
  if (method === 'POST' && last === 'files' && isUpload(request, segments)) {
    if (!files) throw notEnabled('files', 'takes no uploads', settings);
    if (files.isStepped) return steppedUpload(request, segments, files);
    checkFormType(request);
    checkDeclaredSize(request, files.maxBytes + FORM_BYTES);
    return { name: 'file-upload', answer: (visit) => answerUpload(files, visit) };
  }
  if (shape === 'input') {
    const stored = findStored(method, segments);
    if (stored && !background) throw notEnabled('background', 'keeps no answers', settings);
    if (stored && background) {
      const { name, id } = stored;
      const answer = name === 'response' ? answerResponse : answerCancellation;
      return { name, answer: (visit) => answer(id, background, visit) };
    }
  }
  if (method !== 'POST') throw notAnswered(settings);
  const path = readChatPath(last, settings);
  if (counting.has(last)) throw unknownPath('It counts no tokens');
  checkDeclaredSize(request, settings.maxBodyBytes);
  checkJsonType(request);
  return { name: 'chat', answer: (visit) => answerChat(visit, path) };
}

/** @throws ProxyRefusal for a path that asks for something else */
function readChatPath(
  last: string | undefined,
  { shape, upstream }: ProxySettings,
): ChatPath | undefined {
  if (shape === 'contents') {
    const target = readContentsTarget(last);
    if (target) return { url: contentsAddress(upstream, target), target };
    throw unknownPath('It accepts chats at …/models/{model}:streamGenerateContent');
  }
  if (shape === 'prompt') {
    const action = readImageAction(last);
    if (action) return { url: imagesAddress(upstream, action) };
    throw unknownPath('It makes images at …/images/generations and …/images/edits');
  }
  return undefined;
}

/** Returns the stored response that a path names, and what is to happen to it. */
function findStored(
  method: string,
  segments: readonly string[],
): { name: 'response' | 'response-cancellation'; id: string } | undefined {
  const [before, parent = '', last = ''] = [segments.at(-3), segments.at(-2), segments.at(-1)];
  if (method === 'GET' && parent === 'responses') return { name: 'response', id: decodeId(last) };
  if (method === 'POST' && before === 'responses' && last === 'cancel') {
    return { name: 'response-cancellation', id: decodeId(parent) };
  }
  return undefined;
}

/** Ends of paths of free requests that would otherwise be treated as a chat. */
const counting: ReadonlySet<string | undefined> = new Set(['count_tokens', 'input_tokens']);

function steppedUpload(request: Request, segments: readonly string[], files: FilesSettings): Route {
  const command = request.headers.get('x-goog-upload-command') ?? '';
  if (command === 'start') {
    const path = `/${segments.slice(-3).join('/')}`;
    return { name: 'file-upload', answer: (visit) => answerAnnouncement(path, files, visit) };
  }
  if (!/^upload, *finalize$/.test(command)) {
    throw unknownPath('It accepts uploads in two steps: start, then upload and finalize at once');
  }
  checkDeclaredSize(request, files.maxBytes);
  return { name: 'file-upload', answer: (visit) => answerSteppedUpload(files, visit) };
}

function unknownPath(what: string): ProxyRefusal {
  return new ProxyRefusal(
    404,
    'unknown-path',
    `This address is not answered by the server. ${what}.`,
  );
}

/** Returns the methods that the enabled routes answer. */
export function answeredMethods({ routes }: ProxySettings): string {
  const { models, files, background } = routes;
  const reads = models ?? background ?? files?.isStepped;
  return ['POST', ...(reads ? ['GET'] : []), ...(files ? ['DELETE'] : [])].join(', ');
}

/**
 * Whether the request is an upload: a form, or one in steps, whose first is at `/upload/{version}/files`. JSON at any
 * other path is a chat.
 */
function isUpload({ headers }: Request, segments: readonly string[]): boolean {
  return /^multipart\//i.test(headers.get('content-type') ?? '') || segments.at(-3) === 'upload';
}

function decodeId(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

function notAnswered(settings: ProxySettings): ProxyRefusal {
  const allow = answeredMethods(settings);
  const also = allow === 'POST' ? '' : ', besides the routes that it enables';
  return new ProxyRefusal(
    405,
    'method-not-allowed',
    `Only a POST of a chat is answered here${also}.`,
    { headers: { allow } },
  );
}

function notEnabled(
  route: keyof RouteSettings,
  what: string,
  settings: ProxySettings,
): ProxyRefusal {
  return new ProxyRefusal(
    405,
    'route-not-enabled',
    `This server ${what}. Enable it with routes: { ${route}: true } in createProxyHandler.`,
    { headers: { allow: answeredMethods(settings) } },
  );
}
