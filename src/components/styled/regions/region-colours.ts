/** Bright, so that they hold on a dark outline, whatever the image. */
const COLOURS = ['#4ade9f', '#ff7aa8', '#ffd23f', '#5cc8ff', '#d0a2ff', '#ff9f43'] as const;

/** Returns a colour for each label in turn. Regions with the same label share one, those without each get the next. */
export function coloursOf(labels: readonly string[]): string[] {
  const known = new Map<string, string>();
  let next = 0;
  return labels.map((label) => {
    const colour = known.get(label) ?? COLOURS[next++ % COLOURS.length] ?? COLOURS[0];
    if (label !== '') known.set(label, colour);
    return colour;
  });
}
