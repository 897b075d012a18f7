/**
 * Learns how far estimates are from what servers report. Words are only guessed at, and some providers publish no rule
 * for pictures; what comes back with each answer makes the next estimate better.
 */
export interface TokenCorrection {
  /** What an estimate for this model is to be multiplied with; 1 while nothing is known. */
  factor: (model: string) => number;
  /** Takes in what was estimated of a request, uncorrected, and what the server counted. */
  learn: (model: string, estimatedTokens: number, usedTokens: number) => void;
}

/** How much of what was known stays with each answer: a conversation changes, and the last answers say most. */
const MEMORY = 0.7;
/** A server that reports nonsense must not spoil every estimate after it. */
const MAX_FACTOR = 5;

export function createTokenCorrection(): TokenCorrection {
  const known = new Map<string, { estimated: number; used: number }>();
  return {
    factor(model) {
      const { estimated, used } = known.get(model) ?? { estimated: 1, used: 1 };
      return Math.min(Math.max(used / estimated, 1 / MAX_FACTOR), MAX_FACTOR);
    },
    learn(model, estimatedTokens, usedTokens) {
      if (!(estimatedTokens > 0) || !(usedTokens > 0)) return;
      const { estimated, used } = known.get(model) ?? { estimated: 0, used: 0 };
      known.set(model, {
        estimated: estimated * MEMORY + estimatedTokens,
        used: used * MEMORY + usedTokens,
      });
    },
  };
}
