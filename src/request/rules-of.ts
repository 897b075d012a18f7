import type { RequestTarget } from '../messages/index.js';
import { findRules } from '../models/index.js';
import type { ModelImageRules } from '../models/index.js';

/** The rules of the model that a request goes to, with what the app knows better. */
export function rulesOf({ model, baseUrl, rules, capabilities }: RequestTarget): ModelImageRules {
  const known = rules ?? findRules(model, baseUrl === undefined ? {} : { baseUrl });
  const vision = capabilities?.vision;
  return vision === undefined ? known : { ...known, vision };
}
