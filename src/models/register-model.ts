import type { NormalizedModelId } from './normalize-model-id.js';
import type { ModelImageRules } from './types.js';

export type RegisteredRules = ModelImageRules | ((base: ModelImageRules) => ModelImageRules);

interface Registration {
  pattern: string | RegExp;
  rules: RegisteredRules;
}

const registrations: Registration[] = [];

/**
 * Teaches the kit a model of the app's own, or corrects what the kit says of one. A string is the whole id, with or
 * without its path and date; an expression is matched against the id as the app writes it. The latest registration
 * wins.
 *
 * @param rules the rules, or a function from what the kit knows to what is true
 * @returns a function that takes it back
 */
export function registerModel(pattern: string | RegExp, rules: RegisteredRules): () => void {
  const registration: Registration = { pattern, rules };
  registrations.push(registration);
  return () => {
    const index = registrations.indexOf(registration);
    if (index >= 0) registrations.splice(index, 1);
  };
}

/** What registrations make of the rules the tables give. */
export function applyRegistrations(
  modelId: string,
  names: NormalizedModelId,
  base: ModelImageRules,
): ModelImageRules {
  const registration = registrations.findLast(({ pattern }) => matches(pattern, modelId, names));
  if (!registration) return base;
  return typeof registration.rules === 'function' ? registration.rules(base) : registration.rules;
}

function matches(
  pattern: string | RegExp,
  modelId: string,
  { dated, id }: NormalizedModelId,
): boolean {
  // `search` starts at the beginning whatever `lastIndex` a global expression carries.
  if (typeof pattern !== 'string') return modelId.search(pattern) >= 0;
  const wanted = pattern.toLowerCase();
  return [modelId.trim().toLowerCase(), dated, id].includes(wanted);
}
