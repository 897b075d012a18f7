/** Bright, so that they hold on a dark outline, whatever the image. */
const COLOURS = ['#ff7aa8', '#ffd23f', '#4ade9f', '#5cc8ff', '#d0a2ff', '#ff9f43'] as const;

/** Returns the same colour for the same label. A region without one is coloured by its position. */
export function colourOf(label: string, index: number): string {
  let seed = label === '' ? index : 7;
  for (const character of label.toLowerCase()) {
    seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  }
  return COLOURS[seed % COLOURS.length] ?? COLOURS[0];
}
