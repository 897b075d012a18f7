import { checkPolicy, readKey, readOwner } from './ask-hooks.js';
import { streamUpstream } from './fetch-upstream.js';
import { badBody, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import { readLimitedJson } from './read-body.js';
import { rebuildBody, type RebuiltBody } from './rebuild-body.js';
import { responseSigner } from './answer-response.js';
import { readSignedId, signId } from './sign-id.js';
import { signResponseIds } from './sign-response-ids.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { ContentsTarget } from './upstream-shape.js';
import type { Visit } from './visit.js';

/** Where the path of a request leads, if it says more than the upstream. */
export interface ChatPath {
  url: string;
  /** What the path asks for, if the model is not in the body. */
  target?: ContentsTarget;
}

/**
 * Checks a chat, rebuilds it and asks the model.
 *
 * @throws ProxyRefusal
 */
export async function answerChat(visit: Visit, path?: ChatPath): Promise<UpstreamAnswer> {
  const { request, settings, place, report } = visit;
  const { body, bytes } = await readLimitedJson(request, settings, place);
  report.bodyBytes = bytes;
  const rebuilt = rebuildBody(body, settings, path?.target);
  report.model = rebuilt.model;
  report.images = rebuilt.images;
  if (rebuilt.dropped.length > 0) report.dropped = rebuilt.dropped;
  await checkPolicy(rebuilt, visit);
  const key = await readKey(visit);
  await resolveFileIds(rebuilt, key, visit);
  const url = path?.url ?? settings.upstream;
  const sent = { url, method: 'POST', body: serialise(rebuilt.body), key } as const;
  const { background } = settings.routes;
  if (!background || rebuilt.body['background'] !== true) return streamUpstream(sent, visit);
  const signer = responseSigner(background, key, await readOwner(background, visit));
  return streamUpstream(
    sent,
    visit,
    signResponseIds((id) => signId(id, signer)),
  );
}

/** Replaces the ids that this server has signed with the provider's own. */
async function resolveFileIds({ files }: RebuiltBody, key: string, visit: Visit): Promise<void> {
  const { fileIds, routes } = visit.settings;
  if (files.length === 0 || !routes.files) return;
  const signer = {
    secret: routes.files.secret ?? key,
    owner: await readOwner(routes.files, visit),
  };
  for (const file of files) {
    const id = await readSignedId(file.id, signer);
    if (id !== undefined) file.replace(id);
    else if (fileIds !== 'pass') throw foreignId();
  }
}

/**
 * Does not reveal whether the image exists. Not a 404, which a client would take to mean that it was deleted.
 */
export function foreignId(): ProxyRefusal {
  return new ProxyRefusal(
    403,
    'file-id',
    'This server did not issue this image id, or not to you. Upload the image again.',
  );
}

function serialise(body: JsonObject): string {
  try {
    return JSON.stringify(body);
  } catch {
    throw badBody('is nested too deeply');
  }
}
