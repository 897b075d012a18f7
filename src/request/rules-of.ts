import type { RequestTarget } from '../messages/check-request.js';
import { findRules } from '../models/find-rules.js';
import type { ModelImageRules } from '../models/types.js';

/** Returns the rules of the model that a request goes to, with the app's overrides. */
export function rulesOf({ model, baseUrl, rules, capabilities }: RequestTarget): ModelImageRules {
  const known = rules ?? findRules(model, baseUrl === undefined ? {} : { baseUrl });
  const vision = capabilities?.vision;
  return vision === undefined ? known : { ...known, vision };
}
