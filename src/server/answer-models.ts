import { readKey } from './ask-hooks.js';
import { badResponse, readUpstreamJson } from './fetch-upstream.js';
import { isObject, pick, type JsonObject } from './json-fields.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { Visit } from './visit.js';

/** A catalogue of a thousand models has about one megabyte. */
const MAX_CHARACTERS = 8_388_608;

/** What a page needs to choose a model. Whose account it is, as in `owned_by`, is not among it. */
const passedFields = [
  'id',
  'object',
  'type',
  'name',
  'display_name',
  'created',
  'created_at',
  'capabilities',
  'architecture',
  'context_length',
  'max_input_tokens',
  'max_tokens',
] as const;

/** Passes on the upstream's list of models, as far as they may be asked for. @throws ProxyRefusal */
export async function answerModels(url: string, visit: Visit): Promise<UpstreamAnswer> {
  const key = await readKey(visit);
  const answer = await readUpstreamJson({ url, method: 'GET', key }, visit, MAX_CHARACTERS);
  if (!('value' in answer)) return answer;
  const { value, headers } = answer;
  if (!isObject(value) || !Array.isArray(value['data'])) throw badResponse(200);
  const offered = (value['data'] as unknown[]).filter(
    (entry): entry is JsonObject =>
      isObject(entry) && typeof entry['id'] === 'string' && visit.settings.models.has(entry['id']),
  );
  const data = offered.map((entry) => pick(entry, passedFields));
  const body = JSON.stringify({ object: 'list', data, has_more: false });
  return { status: 200, headers: { ...headers, 'content-type': 'application/json' }, body };
}
