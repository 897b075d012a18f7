import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { findServedModel, listServedModels, type ServedModel } from '../core/models.js';
import { notFound } from './anthropic-errors.js';

/** `GET /v1/models`: Anthropic's list states which models can see. */
export async function listAnthropicModels({ options }: DemoContext): Promise<Response> {
  const models = listServedModels(options.models, 'anthropic');
  return json({
    data: models.map(modelInfo),
    has_more: false,
    first_id: models[0]?.id ?? null,
    last_id: models.at(-1)?.id ?? null,
  });
}

export async function retrieveAnthropicModel({ options, params }: DemoContext): Promise<Response> {
  const id = params['id'] ?? '';
  const model = findServedModel(id, options.models);
  if (!model) throw notFound(`model: ${id}`);
  return json(modelInfo(model));
}

function modelInfo({ id, vision }: ServedModel): unknown {
  const no = { supported: false };
  return {
    type: 'model',
    id,
    display_name: id,
    created_at: '2026-01-01T00:00:00Z',
    deprecated_at: null,
    retires_at: null,
    lifecycle: 'active',
    line: null,
    max_input_tokens: 200_000,
    max_tokens: 64_000,
    capabilities: {
      image_input: { supported: vision },
      batch: { supported: true },
      pdf_input: no,
      citations: no,
      code_execution: no,
      structured_outputs: no,
      thinking: no,
    },
  };
}
