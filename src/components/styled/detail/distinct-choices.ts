import type { ImageDetail } from '../../../models/types.js';
import type { OfferedDetail } from './offered-details.js';

/**
 * Returns one choice for each different result, the cheapest first: details that give images of the same size at the
 * same price are one choice to the user. It is the one in use, or else the first of them.
 */
export function distinctChoices<Choice extends OfferedDetail>(
  choices: readonly Choice[],
  used: ImageDetail | undefined,
): readonly Choice[] {
  const groups = new Map<string, Choice>();
  for (const choice of choices) {
    const { detail, tokens, sizes } = choice;
    const result =
      sizes.length === 0
        ? detail
        : [tokens, ...sizes.map(({ width, height }) => `${width}×${height}`)].join(' ');
    if (!groups.has(result) || detail === used) groups.set(result, choice);
  }
  return Array.from(groups.values()).toSorted((one, other) => priceOf(one) - priceOf(other));
}

const priceOf = ({ tokens = 0 }: OfferedDetail): number => tokens;
