/** Of a question with more images, the rest is shown by a press. */
export const SHOWN_AT_FIRST = 6;

/** Returns classes of the grid of a message's images: one large, two and four in pairs, more in threes. */
export function imageGrid(count: number): string {
  const columns =
    count === 1
      ? 'ik:max-w-60 ik:grid-cols-1'
      : count === 2 || count === 4
        ? 'ik:max-w-76 ik:grid-cols-2'
        : 'ik:max-w-115 ik:grid-cols-3';
  return `ik:grid ik:w-full ik:gap-1.5 ${columns}`;
}
