import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { listServedModels } from '../core/models.js';

/** The day the list claims its models were made; OpenAI gives one for each. */
const CREATED_S = 1_767_225_600;

/** `GET /v1/models`: ids only, as OpenAI lists them. What a model can see is not in it. */
export async function listModels({ options }: DemoContext): Promise<Response> {
  return json({
    object: 'list',
    data: listServedModels(options.models).map(({ id, provider }) => ({
      id,
      object: 'model',
      created: CREATED_S,
      owned_by: provider,
    })),
  });
}
