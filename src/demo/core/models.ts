import { findRules } from '../../models/index.js';
import type { DemoModel } from '../types.js';

/** Listed when the app names no models of its own. The demo ids belong to no provider. */
const defaultModels: readonly DemoModel[] = [
  { id: 'demo-vision', vision: true },
  { id: 'demo-text', vision: false },
  'gpt-6-astra',
  'gpt-5.6-terra',
  'gpt-5.4-mini',
  'gpt-4o',
  'gpt-4o-mini',
  'o3-mini',
  'claude-opus-5-5',
  'claude-sonnet-4-6',
  'claude-haiku-4-5',
  'gemini-3-flash',
  'gemini-2.5-flash',
];

export interface ServedModel {
  id: string;
  provider: string;
  vision: boolean;
}

export function listServedModels(models: readonly DemoModel[] = defaultModels): ServedModel[] {
  return models.map((model) => {
    const id = typeof model === 'string' ? model : model.id;
    const rules = findRules(id);
    return {
      id,
      provider: rules.provider,
      vision: typeof model === 'string' ? rules.vision : model.vision,
    };
  });
}

/** A model by its id: one that is listed, or, where the app listed none, one that the kit's tables know. */
export function findServedModel(
  id: string,
  models: readonly DemoModel[] | undefined,
): ServedModel | undefined {
  const listed = listServedModels(models).find((model) => model.id === id);
  if (listed) return listed;
  const rules = findRules(id);
  if (models !== undefined || isUnknown(rules)) return undefined;
  return { id, provider: rules.provider, vision: rules.vision };
}

function isUnknown({ family }: { family: string }): boolean {
  return family === 'unknown';
}
