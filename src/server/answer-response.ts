/** Answers that the provider finishes in the background: they are read on, or stopped, by the id that was issued. */
import { readKey, readOwner } from './ask-hooks.js';
import { streamUpstream } from './fetch-upstream.js';
import { badBody } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import { readSignedId, type Signer } from './sign-id.js';
import { signResponseIds } from './sign-response-ids.js';
import type { BackgroundRoute } from './types.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { Visit } from './visit.js';

/** Streams the events of an answer, from the first or after a position. @throws ProxyRefusal */
export function answerResponse(
  signedId: string,
  background: BackgroundRoute,
  visit: Visit,
): Promise<UpstreamAnswer> {
  const query = new URLSearchParams({ stream: 'true' });
  const after = new URL(visit.request.url).searchParams.get('starting_after');
  if (after !== null && !/^\d{1,9}$/.test(after)) {
    throw badBody('asks for events after a position that is not a whole number');
  }
  if (after !== null) query.set('starting_after', after);
  return askFor({ signedId, method: 'GET', query }, background, visit);
}

/** Stops an answer that would be finished without a reader. @throws ProxyRefusal */
export function answerCancellation(
  signedId: string,
  background: BackgroundRoute,
  visit: Visit,
): Promise<UpstreamAnswer> {
  return askFor({ signedId, method: 'POST', end: '/cancel' }, background, visit);
}

export function responseSigner({ secret }: BackgroundRoute, key: string, owner: string): Signer {
  return { kind: 'response', secret: secret ?? key, owner };
}

interface StoredRequest {
  signedId: string;
  method: 'GET' | 'POST';
  /** Follows the id in the path. */
  end?: string;
  query?: URLSearchParams;
}

async function askFor(
  { signedId, method, end = '', query = new URLSearchParams() }: StoredRequest,
  background: BackgroundRoute,
  visit: Visit,
): Promise<UpstreamAnswer> {
  const owner = await readOwner(background, visit);
  const key = await readKey(visit);
  const id = await readSignedId(signedId, responseSigner(background, key, owner));
  if (id === undefined) throw foreignResponse();
  const url = new URL(visit.settings.upstream);
  url.pathname += `/${encodeURIComponent(id)}${end}`;
  for (const [name, value] of query) url.searchParams.set(name, value);
  const rewrite = signResponseIds(() => Promise.resolve(signedId), id);
  return streamUpstream({ url: url.href, method, key }, visit, rewrite);
}

/** Does not reveal whether the answer exists. */
function foreignResponse(): ProxyRefusal {
  return new ProxyRefusal(
    403,
    'response-id',
    'This server did not issue this response id, or not to you. Ask the question again.',
  );
}
