/**
 * Reads the JSON in a text, wherever it stands: in a code block, between sentences, in a string of other JSON. It
 * is as lenient as models are careless: unfinished values, trailing commas, single quotes.
 *
 * An array or object that is cut off keeps what is complete in it, so that an answer can be read while it streams.
 */
import type { TextRange } from '../messages/types.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

export interface FoundJson {
  value: JsonValue[] | JsonObject;
  range: TextRange;
}

export interface JsonReading {
  found: readonly FoundJson[];
  /** Position of each array and object in the text. */
  rangeOf: (value: JsonValue[] | JsonObject) => TextRange | undefined;
  /** Whether an array or object is closed. The text may end before. */
  isClosed: (value: JsonValue[] | JsonObject) => boolean;
  /** Whether the text ends within JSON. */
  isUnfinished: boolean;
}

/** Deeper JSON is not read: it would only exhaust the stack. */
const MAX_DEPTH = 40;

/** Returns every array and object of a text that is not part of another. Takes time linear in the text. */
export function readJson(text: string): JsonReading {
  const found: FoundJson[] = [];
  const ranges = new WeakMap<object, TextRange>();
  const closed = new WeakSet();
  let position = 0;

  /** Thrown away after an error or at the end of the text, while the arrays around keep what they have. */
  const unreadable = Symbol('unreadable');
  type Read = JsonValue | typeof unreadable;

  function skipSpace(): void {
    while (/\s/.test(text[position] ?? '')) position += 1;
  }

  function readValue(depth: number): Read {
    skipSpace();
    const start = text[position];
    if (start === '{' || start === '[') return depth > 0 ? readNested(depth) : unreadable;
    if (start === '"' || start === "'") return readString(start);
    return readWord();
  }

  function readNested(depth: number): JsonValue[] | JsonObject {
    const start = position;
    const value = text[position] === '[' ? readArray(depth) : readObject(depth);
    ranges.set(value, { start, end: position });
    return value;
  }

  /** Reads to the end of the array, or to what cannot be read. */
  function readArray(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    position += 1;
    for (;;) {
      if (closes(']', items)) return items;
      const item = readValue(depth - 1);
      if (item === unreadable) return items;
      items.push(item);
      if (isOpen(item) || !separates(']')) return items;
    }
  }

  function readObject(depth: number): JsonObject {
    const fields: JsonObject = {};
    position += 1;
    for (;;) {
      if (closes('}', fields)) return fields;
      const quote = text[position];
      const name = quote === '"' || quote === "'" ? readString(quote) : unreadable;
      if (typeof name !== 'string') return fields;
      skipSpace();
      if (text[position] !== ':') return fields;
      position += 1;
      const value = readValue(depth - 1);
      if (value === unreadable) return fields;
      if (name !== '__proto__') fields[name] = value;
      if (isOpen(value) || !separates('}')) return fields;
    }
  }

  function closes(end: string, value: object): boolean {
    skipSpace();
    if (text[position] !== end) return false;
    position += 1;
    closed.add(value);
    return true;
  }

  /** Whether a comma or the end follows. */
  function separates(end: string): boolean {
    skipSpace();
    if (text[position] === ',') position += 1;
    else if (text[position] !== end) return false;
    return true;
  }

  function isOpen(value: JsonValue): boolean {
    return typeof value === 'object' && value !== null && !closed.has(value);
  }

  function readString(quote: string): Read {
    const start = position;
    // JSON has no line breaks within strings: one quote too many must not swallow the rest of the text.
    for (let end = start + 1; end < text.length && text[end] !== '\n'; end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === quote) {
        position = end + 1;
        return unquote(text.slice(start, position));
      }
    }
    const lineEnd = text.indexOf('\n', start);
    position = lineEnd < 0 ? text.length : lineEnd;
    return unreadable;
  }

  function readWord(): Read {
    const [word = ''] = /^[-+\w.%]{1,40}/.exec(text.slice(position, position + 41)) ?? [];
    // A number at the end of the text may have more digits to come.
    if (word === '' || position + word.length === text.length) {
      position += word.length;
      return unreadable;
    }
    const value = wordValue(word);
    if (value !== unreadable) position += word.length;
    return value;
  }

  function wordValue(word: string): Read {
    const lower = word.toLowerCase();
    if (lower === 'true' || lower === 'false') return lower === 'true';
    if (lower === 'null' || lower === 'none') return null;
    return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(word) ? Number(word) : unreadable;
  }

  const opening = /[[{]/g;
  for (;;) {
    // What follows an error is looked at again, so that nothing is missed and nothing read twice.
    opening.lastIndex = position;
    const start = opening.exec(text)?.index;
    if (start === undefined) break;
    position = start;
    const value = readNested(MAX_DEPTH);
    found.push({ value, range: { start, end: position } });
  }
  const last = found.at(-1);
  return {
    found,
    rangeOf: (value) => ranges.get(value),
    isClosed: (value) => closed.has(value),
    isUnfinished: last !== undefined && !closed.has(last.value) && last.range.end === text.length,
  };
}

function unquote(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  const json = quoted.startsWith("'")
    ? `"${inner.replaceAll(String.raw`\'`, "'").replaceAll(/(?<!\\)"/g, String.raw`\"`)}"`
    : quoted;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : inner;
  } catch {
    return inner;
  }
}
