/**
 * Finds the keys that were sent in whatever comes back, since servers and gateways tend to repeat them: whole, escaped
 * as in JSON or a URL, in upper or lower case, reversed, inside Base64, or the larger part of one.
 *
 * Text without a key costs a few searches for a piece of each key, and is never changed.
 */
import { KEY_MASK } from '../internal/mask-keys.js';

export interface KeyMask {
  /** Remembers the secrets of a request that is about to be sent. Placeholders are skipped. */
  learn(secrets: readonly string[]): void;
  /** The latest keys: at least those of the last request, otherwise up to eight. */
  readonly keys: readonly string[];
  /** Whether the text may hold a key and needs a full search. Cheap enough to call for every event. */
  mayHold(text: string): boolean;
  hide(text: string): string;
  /**
   * Masks keys in the bytes of a stream, in any encoding that writes ASCII as ASCII. `rest` is the end of the bytes
   * that may be the beginning of a key; prepend it to the next ones.
   */
  hideInBytes(bytes: Uint8Array, isLast: boolean): { shown: Uint8Array; rest: Uint8Array };
}

/** Start and end offsets, the end excluded. */
type Range = readonly [start: number, end: number];

interface Needle {
  /** Lower-case letters and digits that no encoding changes. Every match contains one of them, whatever its case. */
  pieces: readonly string[];
  pattern: RegExp;
}

const MAX_KEYS = 8;
const MIN_CHARS = 8;
const MIN_PLAIN_CHARS = 16;
const MIN_HALVED_CHARS = 20;
/**
 * How many times longer an encoded key may be: an escaped character takes six, but keys are mostly letters and digits.
 */
const LONGEST_FORM = 3;

/**
 * Whether a secret is worth masking: at least 16 characters, or at least 8 with letters and digits mixed. Shorter ones
 * are placeholders of local servers (`test`, `lm-studio`), and masking them would black out words of answers.
 */
export function isMaskable(secret: string): boolean {
  // No header can contain it.
  if (/[\u0100-\uffff]/.test(secret)) return false;
  if (secret.length >= MIN_PLAIN_CHARS) return true;
  return secret.length >= MIN_CHARS && /\d/.test(secret) && /[a-z]/i.test(secret);
}

export interface KeyMaskOptions {
  /** Text that replaces a key. */
  replacement?: string;
  /** Whether a secret is masked at all. */
  isHidden?: (secret: string) => boolean;
}

export function createKeyMask({
  replacement = KEY_MASK,
  isHidden = isMaskable,
}: KeyMaskOptions = {}): KeyMask {
  let needlesOf = new Map<string, readonly Needle[]>();
  let keys: readonly string[] = [];
  let pieces: readonly string[] = [];

  function mayHold(text: string): boolean {
    if (pieces.length === 0) return false;
    const lower = text.toLowerCase();
    for (const piece of pieces) if (lower.includes(piece)) return true;
    return false;
  }

  function rangesIn(text: string): readonly Range[] {
    if (!mayHold(text)) return [];
    const lower = text.toLowerCase();
    const found = [...needlesOf.values()]
      .flat()
      .filter((needle) => needle.pieces.some((piece) => lower.includes(piece)))
      .flatMap(({ pattern }) => [...text.matchAll(pattern)])
      .map(({ index, 0: match }) => [index, index + match.length] as const);
    return merged(found);
  }

  return {
    mayHold,
    learn(secrets) {
      for (const secret of secrets.filter(isHidden)) {
        const needles = needlesOf.get(secret) ?? createNeedles(secret);
        needlesOf.delete(secret);
        needlesOf.set(secret, needles);
      }
      needlesOf = new Map([...needlesOf].slice(-Math.max(MAX_KEYS, secrets.length)));
      keys = [...needlesOf.keys()];
      pieces = [...needlesOf.values()].flat().flatMap((needle) => needle.pieces);
    },
    get keys() {
      return keys;
    },
    hide(text) {
      const ranges = rangesIn(text);
      if (ranges.length === 0) return text;
      let at = 0;
      const kept = ranges.map(([start, end]) => {
        const before = text.slice(at, start);
        at = end;
        return before;
      });
      return [...kept, text.slice(at)].join(replacement);
    },
    hideInBytes(bytes, isLast) {
      const longest = Math.max(0, ...keys.map((key) => key.length));
      let limit = isLast ? bytes.length : Math.max(0, bytes.length - LONGEST_FORM * longest);
      const split = (): { shown: Uint8Array; rest: Uint8Array } => ({
        shown: bytes.subarray(0, limit),
        rest: bytes.slice(limit),
      });
      if (!mayHold(new TextDecoder().decode(bytes))) return split();
      // One character per byte, so that offsets in the text are offsets in the bytes.
      const ranges = rangesIn(new TextDecoder('latin1').decode(bytes));
      const across = ranges.find(([, end]) => end > limit);
      if (across && !isLast) limit = Math.min(limit, across[0]);
      const { shown, rest } = split();
      const mask = new TextEncoder().encode(replacement);
      let at = 0;
      const parts = ranges
        .filter(([, end]) => end <= limit)
        .flatMap(([start, end]) => {
          const before = shown.subarray(at, start);
          at = end;
          return [before, mask];
        });
      return { shown: joined([...parts, shown.subarray(at)]), rest };
    },
  };
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  const result: Range[] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}

function createNeedles(key: string): readonly Needle[] {
  // Other forms of a short word occur in any text.
  if (!isMaskable(key)) {
    return [{ pieces: [longestRun(key)], pattern: new RegExp(patternOf(key), 'g') }];
  }
  const backwards = key.split('').toReversed().join('');
  const encoded = base64Forms(key).map((form) => ({
    pieces: [longestRun(form)],
    pattern: new RegExp(patternOf(form, true), 'g'),
  }));
  // For a key shown with its middle left out, or cut off: this much of one end is as good as the whole key.
  const start = partOf(key, (chars) => key.slice(0, chars));
  const end = partOf(key, (chars) => key.slice(-chars));
  const rest = `[\\w*.…•-]{0,${key.length}}`;
  const forms = [
    patternOf(key),
    ...(start === undefined ? [] : [patternOf(start) + rest]),
    ...(end === undefined ? [] : [patternOf(end)]),
  ];
  const pieces = [start ?? key, ...(end === undefined ? [] : [end])].map(longestRun);
  return [
    { pieces, pattern: new RegExp(forms.join('|'), 'gi') },
    { pieces: [longestRun(backwards)], pattern: new RegExp(patternOf(backwards), 'gi') },
    ...encoded,
  ];
}

/**
 * Returns the shortest part that is long enough, and mixes letters and digits in a way that words of answers do not.
 */
function partOf(key: string, cut: (chars: number) => string): string | undefined {
  if (key.length < MIN_HALVED_CHARS) return undefined;
  for (let chars = Math.ceil(key.length * 0.375); chars < key.length * 0.6; chars += 1) {
    const part = cut(chars);
    if (/\d/.test(part) && /[a-z]/i.test(part)) return part;
  }
  return undefined;
}

/**
 * Returns a pattern for the key as it appears in text, in JSON, or in a URL, however often it was escaped on the way.
 */
function patternOf(key: string, isBase64 = false): string {
  return key.replace(/[^a-z\d]/gi, (char) => {
    const code = char.charCodeAt(0).toString(16).padStart(2, '0');
    const hex = code.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
    const forms = [`\\\\{0,8}\\x${code}`, `\\\\{1,8}u00${hex}`, `%(?:25){0,4}${hex}`];
    if (isBase64) forms.push({ '+': '-', '/': '_' }[char] ?? char);
    return `(?:${forms.join('|')})`;
  });
}

function longestRun(text: string): string {
  return text
    .split(/[^a-z\d]+/i)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), '')
    .toLowerCase();
}

/**
 * Returns the part of the key's Base64 that does not depend on its neighbours, for each of the three offsets at which
 * it can begin.
 */
function base64Forms(key: string): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const whole = btoa('\0'.repeat(offset) + key);
    const end = Math.floor(((offset + key.length) * 8) / 6);
    return whole.slice(offset === 0 ? 0 : offset + 1, end);
  });
}
