/** What stands before a labelled picture. */
export function imageLabel(number: number, alt?: string, legend?: string): string {
  const label = alt ? `Image ${number}: ${alt}` : `Image ${number}:`;
  return legend ? `${label}\n${legend}` : label;
}

/** The number a label gives to the picture after it. */
export function labelledNumber(text: string): number | undefined {
  const digits = /^Image (\d+):/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
