import { KitError } from '../../errors.js';
import { warnOnce } from '../../internal/warn-once.js';
import { findRules } from '../../models/find-rules.js';
import { isRegistered } from '../../models/register-model.js';
import type { DemoModel } from '../types.js';

export interface ServedModel {
  id: string;
  provider: string;
  vision: boolean;
}

/** Listed if the app names no models. The demo ids belong to no provider and are in every list. */
const defaultModels: readonly ServedModel[] = [
  { id: 'demo-vision', provider: 'demo', vision: true },
  { id: 'demo-text', provider: 'demo', vision: false },
  ...[
    'gpt-6-astra',
    'gpt-5.6-terra',
    'gpt-5.4-mini',
    'gpt-4o',
    'gpt-4o-mini',
    'o3-mini',
    'claude-opus-5-5',
    'claude-sonnet-4-6',
    'claude-haiku-4-5',
    'gemini-3.8-flash',
    'gemini-2.5-flash',
  ].map((id) => serve(id)),
  { id: 'qwen3-vl:8b', provider: 'ollama', vision: true },
  { id: 'llama3.2:3b', provider: 'ollama', vision: false },
];

/** Returns the models of one provider's list, or all that the app named. */
export function listServedModels(
  models: readonly DemoModel[] | undefined,
  provider: string,
): ServedModel[] {
  if (models !== undefined) return models.map(serve);
  return defaultModels.filter((model) => [provider, 'demo'].includes(model.provider));
}

/** Returns a model by its id: one that is listed or, if the app listed none, one in the kit's tables or registered by the app. */
export function findServedModel(
  id: string,
  models: readonly DemoModel[] | undefined,
): ServedModel | undefined {
  const listed = (models?.map(serve) ?? defaultModels).find((model) => model.id === id);
  if (listed || models !== undefined) return listed;
  return findRules(id).family === 'unknown' && !isRegistered(id) ? undefined : serve(id);
}

/** Tells the developer why a model that the app knows is refused here: the refusal itself reads like a provider's. */
export function reportUnknownModel(id: string): void {
  warnOnce(
    new KitError('not-found', {
      message: `The demo backend does not know the model “${id.slice(0, 100)}” and answers with 404, as a provider would. Pass its row to registerModel, or name it in createDemoBackend({ models }).`,
    }),
  );
}

function serve(model: DemoModel): ServedModel {
  const id = typeof model === 'string' ? model : model.id;
  const { provider, vision } = findRules(id);
  return { id, provider, vision: typeof model === 'string' ? vision : model.vision };
}
