import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';

/**
 * Returns one choice for each different result, the cheapest first: details that give an image of the same size at the
 * same price are one choice to the user. It is the one in use, or else one that keeps its meaning with another model.
 */
export function distinctChoices(
  choices: readonly DetailChoice[],
  used: ImageDetail,
): readonly DetailChoice[] {
  const groups = new Map<string, DetailChoice>();
  for (const choice of choices) {
    const result = `${choice.width} ${choice.height} ${choice.tokens}`;
    const kept = groups.get(result);
    const isBetter =
      !kept || choice.detail === used || (kept.detail === 'auto' && kept.detail !== used);
    if (isBetter) groups.set(result, choice);
  }
  return Array.from(groups.values()).toSorted((one, other) => one.tokens - other.tokens);
}
