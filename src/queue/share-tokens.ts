/**
 * Divides a token budget among images: those that want less than an even share get all they want, and the
 * remainder is split evenly among the others. The shares never exceed the budget in total.
 *
 * @param wanted tokens each image costs without a budget; `Infinity` if that is not known yet
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
