/** Half of a surrogate pair, left by a cut inside an emoji. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Puts U+FFFD in place of lone surrogates. */
export function wholeCharacters(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\uFFFD');
}
