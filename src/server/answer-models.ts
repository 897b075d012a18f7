import { isRecord } from '../internal/read-value.js';
import { readKey } from './ask-hooks.js';
import { badResponse, readUpstreamJson } from './fetch-upstream.js';
import { pick, type JsonObject } from './json-fields.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { Visit } from './visit.js';

/** A list of a thousand models has about one megabyte. */
const MAX_CHARACTERS = 8_388_608;

/** What a page needs to choose a model. Account names, as in `owned_by`, are left out. */
const passedFields = [
  'id',
  'object',
  'type',
  'name',
  'model',
  'displayName',
  'description',
  'supportedGenerationMethods',
  'inputTokenLimit',
  'outputTokenLimit',
  'display_name',
  'created',
  'created_at',
  'capabilities',
  'architecture',
  'context_length',
  'max_input_tokens',
  'max_tokens',
] as const;

/** Passes on the upstream's list of models, limited to those that are offered. @throws ProxyRefusal */
export async function answerModels(url: string, visit: Visit): Promise<UpstreamAnswer> {
  const key = await readKey(visit);
  const answer = await readUpstreamJson({ url, method: 'GET', key }, visit, MAX_CHARACTERS);
  if (!('value' in answer)) return answer;
  const { value, headers } = answer;
  const name = isRecord(value) && Array.isArray(value['data']) ? 'data' : 'models';
  if (!isRecord(value) || !Array.isArray(value[name])) throw badResponse(200);
  const offered = (value[name] as unknown[]).filter(
    (entry): entry is JsonObject => isRecord(entry) && isOffered(entry, visit),
  );
  const list = offered.map((entry) => pick(entry, passedFields));
  const body = JSON.stringify(
    name === 'data' ? { object: 'list', data: list, has_more: false } : { models: list },
  );
  return { status: 200, headers: { ...headers, 'content-type': 'application/json' }, body };
}

/** Whether a model is offered. Lists name it by its id, by `models/` and its id, or by `model`. */
function isOffered({ id, model, name }: JsonObject, { settings }: Visit): boolean {
  const known = [id, model, name].find((value) => typeof value === 'string');
  return typeof known === 'string' && settings.models.has(known.replace(/^models\//, ''));
}
