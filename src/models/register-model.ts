import { carefulRules } from './careful-rules.js';
import { normalizeModelId, type NormalizedModelId } from './normalize-model-id.js';
import type { ModelImageRules } from './types.js';

export type RegisteredRules = ModelImageRules | ((base: ModelImageRules) => ModelImageRules);

interface Registration {
  pattern: string | RegExp;
  rules: RegisteredRules;
}

const registrations: Registration[] = [];

/**
 * Registers a model of the app, or corrects the kit's rules for a known one. A string is the whole id, with
 * or without its path and date; a regular expression is matched against the id as the app writes it. The
 * latest registration wins.
 *
 * @param rules the rules, or a function from the kit's rules to the correct ones
 * @returns a cleanup function that removes the registration
 */
export function registerModel(pattern: string | RegExp, rules: RegisteredRules): () => void {
  const registration: Registration = { pattern, rules };
  registrations.push(registration);
  return () => {
    const index = registrations.indexOf(registration);
    if (index >= 0) registrations.splice(index, 1);
  };
}

/** Applies registrations to the rules of the tables. */
export function applyRegistrations(
  modelId: string,
  names: NormalizedModelId,
  base: ModelImageRules,
): ModelImageRules {
  const rules = findRegistered(modelId, names);
  if (!rules) return base;
  return typeof rules === 'function' ? rules(base) : rules;
}

/** Whether the app has registered a model as able to see; `undefined` if its registration does not say. */
export function registeredVision(modelId: string): boolean | undefined {
  const rules = findRegistered(modelId, normalizeModelId(modelId));
  if (typeof rules !== 'function') return rules?.vision;
  // A registration that corrects something else returns `vision` unchanged.
  const seeing = rules({ ...carefulRules, vision: true }).vision;
  return seeing === rules({ ...carefulRules, vision: false }).vision ? seeing : undefined;
}

/** Whether the app has registered a model. */
export function isRegistered(modelId: string): boolean {
  return findRegistered(modelId, normalizeModelId(modelId)) !== undefined;
}

function findRegistered(modelId: string, names: NormalizedModelId): RegisteredRules | undefined {
  return registrations.findLast(({ pattern }) => matches(pattern, modelId, names))?.rules;
}

function matches(
  pattern: string | RegExp,
  modelId: string,
  { dated, id }: NormalizedModelId,
): boolean {
  // `search` starts at the beginning, regardless of a global expression's `lastIndex`.
  if (typeof pattern !== 'string') return modelId.search(pattern) >= 0;
  const wanted = pattern.toLowerCase();
  return [modelId.trim().toLowerCase(), dated, id].includes(wanted);
}
