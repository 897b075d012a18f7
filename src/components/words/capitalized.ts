/** Returns words with a capital first letter, as a label starts. */
export function capitalized(words: string, locale: string): string {
  const [first = '', ...rest] = words;
  return `${first.toLocaleUpperCase(locale)}${rest.join('')}`;
}
