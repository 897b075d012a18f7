import type { ModelImageRules } from './types.js';

/** Whether images may be sent to a model: it can see, or only its name suggests that it cannot. */
export function mayHaveVision({ vision, isGuessed = false }: ModelImageRules): boolean {
  return vision || isGuessed;
}
