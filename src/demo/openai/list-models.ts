import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { listServedModels, type ServedModel } from '../core/models.js';
import { requireModel } from './chat-completions.js';

/** The date on which the listed models were created; OpenAI gives one for each. */
const CREATED_S = 1_767_225_600;

/** `GET /v1/models`: ids only, as OpenAI lists them. It does not say what a model can see. */
export async function listModels({ options }: DemoContext): Promise<Response> {
  return json({
    object: 'list',
    data: listServedModels(options.models, 'openai').map(modelObject),
  });
}

export async function retrieveModel(context: DemoContext): Promise<Response> {
  return json(modelObject(requireModel(context.params['id'], context)));
}

function modelObject({ id, provider }: ServedModel): unknown {
  return { id, object: 'model', created: CREATED_S, owned_by: provider };
}
