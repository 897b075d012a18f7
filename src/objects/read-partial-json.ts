/** Deeper nesting is not read: it would overflow the stack. */
const MAX_DEPTH = 200;

/** The end of the text, in the middle of a value. */
const CUT = Symbol('cut');

const LITERALS: ReadonlyArray<readonly [string, unknown]> = [
  ['true', true],
  ['false', false],
  ['null', null],
];

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Returns what the beginning of a JSON text contains. A string may be cut off; a number or word that ends with the text is left
 * out, because more of it may follow. Returns `undefined` where nothing can be read yet. Reads each character once.
 */
export function readPartialJson(text: string): unknown {
  let at = 0;
  let isCut = false;

  function skipSpace(): void {
    while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at += 1;
  }

  function readValue(depth: number): unknown {
    skipSpace();
    const first = text.charAt(at);
    if (depth > MAX_DEPTH) return stop();
    if (first === '{') return readObject(depth);
    if (first === '[') return readArray(depth);
    if (first === '"') return readString();
    const literal = LITERALS.find(([word]) => text.startsWith(word, at));
    if (literal) {
      at += literal[0].length;
      return literal[1];
    }
    return readNumber();
  }

  /** Ends the reading: the rest is missing or not JSON. */
  function stop(): typeof CUT {
    isCut = true;
    return CUT;
  }

  function readNumber(): unknown {
    NUMBER.lastIndex = at;
    const [digits] = NUMBER.exec(text) ?? [];
    if (digits === undefined || at + digits.length >= text.length) return stop();
    at += digits.length;
    return Number(digits);
  }

  function readString(): unknown {
    let end = at + 1;
    while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
    const isWhole = end < text.length;
    const inner = text.slice(at + 1, end);
    at = end + 1;
    if (!isWhole) isCut = true;
    return decoded(isWhole ? inner : withoutTornEscape(inner)) ?? stop();
  }

  function readArray(depth: number): unknown[] {
    const items: unknown[] = [];
    at += 1;
    skipSpace();
    if (text.charAt(at) === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      const item = readValue(depth + 1);
      if (item !== CUT) items.push(item);
      if (isCut || !goesOn(']')) return items;
    }
  }

  function readObject(depth: number): Record<string, unknown> {
    const fields: Array<[string, unknown]> = [];
    at += 1;
    skipSpace();
    if (text.charAt(at) === '}') at += 1;
    else {
      do {
        skipSpace();
        const key = text.charAt(at) === '"' ? readString() : stop();
        skipSpace();
        if (isCut || text.charAt(at) !== ':') {
          isCut = true;
          break;
        }
        at += 1;
        const value = readValue(depth + 1);
        if (value !== CUT) fields.push([String(key), value]);
      } while (!isCut && goesOn('}'));
    }
    // Assigning the key `__proto__` would change the object instead.
    return Object.fromEntries(fields);
  }

  /** Whether a comma follows; a closing bracket is passed over. */
  function goesOn(close: string): boolean {
    skipSpace();
    const next = text.charAt(at);
    at += 1;
    if (next === ',') return true;
    if (next !== close) isCut = true;
    return false;
  }

  const value = readValue(0);
  return value === CUT ? undefined : value;
}

function withoutTornEscape(inner: string): string {
  return inner.replace(/\\(?:u[\dA-Fa-f]{0,3})?$/, (torn, start: number) => {
    const before = /\\*$/.exec(inner.slice(0, start))?.[0].length ?? 0;
    return before % 2 === 0 ? '' : torn;
  });
}

function decoded(inner: string): string | undefined {
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return undefined;
  }
}
