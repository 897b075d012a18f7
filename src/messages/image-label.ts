/** Returns the text before a labelled image. */
export function imageLabel(number: number, alt?: string, legend?: string): string {
  const label = alt ? `Image ${number}: ${alt}` : `Image ${number}:`;
  return legend ? `${label}\n${legend}` : label;
}

/** Returns the number that a label gives to the image after it. */
export function labelledNumber(text: string): number | undefined {
  const digits = /^Image (\d+):/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const MAX_NAME_LENGTH = 80;

/** Returns a file name on one line, so that it cannot inject a message. */
export function labelName(name = ''): string {
  const line = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length > MAX_NAME_LENGTH
    ? `${characters.slice(0, MAX_NAME_LENGTH - 1).join('')}…`
    : line;
}
