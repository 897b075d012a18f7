import type { Connection } from '../chat/types.js';
import { throwIfAborted } from '../internal/abort.js';
import { isPrivateHost } from '../internal/private-host.js';
import type { WireModelHint } from '../wire/types.js';
import type { WireModel } from '../wire/types.js';
import { ask } from './ask.js';
import type { AskOptions } from './ask.js';

/** A local server responds immediately, or does not have this endpoint. */
const HINT_TIMEOUT_MS = 3_000;
const MAX_AT_ONCE = 4;

/**
 * Queries additional endpoints for models whose vision support the list does not state. On failure they stay
 * unknown.
 */
export async function takeHints(
  connection: Connection,
  hints: readonly WireModelHint[],
  models: readonly WireModel[],
  { signal }: AskOptions,
): Promise<readonly WireModel[]> {
  const vision = new Map(models.map((model) => [model.id, model.vision]));
  for (const hint of hints) {
    const silent = models.filter(({ id }) => vision.get(id) === undefined).map(({ id }) => id);
    if (silent.length === 0) break;
    if (hint.onlyNearby === true && !isNearby(connection.baseUrl)) continue;
    for await (const told of takeHint(connection, hint, silent, signal)) {
      for (const model of told) vision.set(model.id, model.vision);
    }
  }
  return models.map(({ id }) => {
    const seen = vision.get(id);
    return { id, ...(seen !== undefined && { vision: seen }) };
  });
}

/** The first request shows whether the server responds; the others are sent a few at a time. */
async function* takeHint(
  connection: Connection,
  hint: WireModelHint,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly WireModel[]> {
  const root = { ...connection, baseUrl: rootOf(connection.baseUrl) };
  const askAbout = async (about: readonly string[]): Promise<readonly WireModel[] | undefined> => {
    const [id = ''] = about;
    const body = hint.bodyFor && JSON.stringify(hint.bodyFor(id));
    const request =
      body === undefined
        ? { path: hint.path, method: 'GET' }
        : { path: hint.path, headers: { 'content-type': 'application/json' }, body };
    try {
      const limits = { maxRetries: 0, firstByteTimeoutMs: HINT_TIMEOUT_MS };
      return hint.read(await ask(root, request, { signal, ...limits }), about);
    } catch {
      throwIfAborted(signal);
      return undefined;
    }
  };

  if (!hint.bodyFor) {
    yield (await askAbout(ids)) ?? [];
    return;
  }
  const [first = '', ...others] = ids;
  const told = await askAbout([first]);
  if (!told) return;
  yield told;
  for (let start = 0; start < others.length; start += MAX_AT_ONCE) {
    const some = others.slice(start, start + MAX_AT_ONCE);
    const answers = await Promise.all(some.map((id) => askAbout([id])));
    yield answers.flatMap((answer) => answer ?? []);
  }
}

/** Removes the version that a base URL ends with. */
function rootOf(baseUrl: string): string {
  const [path = '', query] = baseUrl.split('?', 2);
  const root = path.replace(/\/+$/, '').replace(/\/v\d[^/]*$/, '');
  return query === undefined ? root : `${root}?${query}`;
}

function isNearby(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && isPrivateHost(new URL(baseUrl).hostname);
}
