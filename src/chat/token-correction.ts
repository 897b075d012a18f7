/**
 * Learns how far estimates are from what servers report. Text is only estimated, and some providers publish no rule for
 * images; the usage reported with each answer makes the next estimate better.
 */
export interface TokenCorrection {
  /** Returns the factor for an estimate of this model; 1 while nothing is known. */
  factor: (model: string) => number;
  /** Takes in the uncorrected estimate of a request, and what the server counted. */
  learn: (model: string, estimatedTokens: number, usedTokens: number) => void;
}

/** How much of the previous factor each answer keeps: a conversation changes, and the latest answers say most. */
const MEMORY = 0.7;
/** A server that reports nonsense must not spoil every later estimate. */
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
