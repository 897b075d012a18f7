/** How sentences of the kit end that ask for another try, in its three languages. */
const ENDINGS = [
  /,? (?:and|then) try again(?=\.$)/,
  / Try again\.$/,
  /,? und noch einmal versuchen(?=\.$)/,
  / Bitte noch einmal versuchen\.$/,
  / (?:ثم |و)حاول مرة أخرى(?=\.$)/,
  / حاول مرة أخرى\.$/,
];

/** Returns a message without its last words if they ask to try again: next to a button that says so. */
export function withoutTryAgain(message: string): string {
  return ENDINGS.reduce((text, ending) => text.replace(ending, ''), message);
}
