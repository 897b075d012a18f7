/**
 * Returns a function that counts the values of a JSON text as its bytes arrive, in any chunks, and calls back beyond
 * the limit. Parsing a few million small values blocks a server for seconds; counting them between two chunks does not.
 * A string, such as an image, counts as one value.
 */
export function createValueCounter(
  maxValues: number,
  onTooMany: () => void,
): (chunk: Uint8Array) => void {
  let isInString = false;
  let isEscaped = false;
  let values = 0;
  return (chunk) => {
    for (const byte of chunk) {
      if (isEscaped) isEscaped = false;
      else if (byte === BACKSLASH) isEscaped = isInString;
      else if (byte === QUOTE) isInString = !isInString;
      else if (!isInString && (byte === COMMA || byte === BRACE || byte === BRACKET)) values += 1;
    }
    if (values > maxValues) onTooMany();
  };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
