/** How sentences of the kit end that ask for another try, in its three languages. */
const ENDINGS = [
  /,? (?:and|then) try again(?=\.$)/,
  / Try again\.$/,
  /,? und noch einmal versuchen(?=\.$)/,
  / Bitte noch einmal versuchen\.$/,
  / (?:ثم |و)حاول مرة أخرى(?=\.$)/,
  / حاول مرة أخرى\.$/,
];

/** How they ask to wait. */
const WAITS = [
  / It asks for a wait of [^.]+\. Try again after that\./,
  / Wait a little and try again\./,
  / Bitte ein wenig warten und noch einmal (?:senden|versuchen)\./,
  / انتظر قليلًا ثم (?:أرسل|حاول) مرة أخرى\./,
];

/**
 * Returns a message without its last words if they ask to try again, next to a button that says so, and without the wait
 * above a countdown.
 */
export function withoutTryAgain(message: string, { hasCountdown = false } = {}): string {
  const endings = hasCountdown ? [...WAITS, ...ENDINGS] : ENDINGS;
  return endings.reduce((text, ending) => text.replace(ending, ''), message);
}
