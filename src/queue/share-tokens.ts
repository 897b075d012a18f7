/**
 * Shares a budget of tokens out among images: who wants less than an even share gets all of it, and what that leaves is
 * shared evenly by the others. The shares never sum up to more than the budget.
 *
 * @param wanted tokens each image costs without a budget; `Infinity` where that is not known yet
 * @param budgetTokens for all of them
 */
export function shareTokens(wanted: readonly number[], budgetTokens: number): number[] {
  const shares = wanted.map(() => 0);
  let left = Math.max(0, budgetTokens);
  const modestFirst = wanted.map((_, index) => index);
  modestFirst.sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  for (const [at, index] of modestFirst.entries()) {
    const share = Math.min(wanted[index] ?? 0, Math.floor(left / (wanted.length - at)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}
