/** Inputs for parsers: real ones with bytes, lengths, words and JSON values changed, joined or repeated. */
import * as fc from 'fast-check';

const JSON_VALUES = [
  'null',
  'true',
  '0',
  '-1',
  '1.5',
  '1e999',
  '""',
  '"x"',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '{"a":1}',
  '"\\ud800"',
  '"__proto__"',
  '{"__proto__":{"a":1}}',
  '99999999999999999999',
];
/** A string or number of JSON, or a bracket that opens a list or object. */
const JSON_START = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|[{[]/g;

type Step = (text: string) => string;

/** From 0 to 1: a place in whatever the text has become. */
const anywhere = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
/** Most of what matters stands near the start. */
const place = fc.oneof(
  anywhere,
  anywhere.map((at) => at ** 4),
);
const byte = fc.oneof(fc.constantFrom(0, 10, 13, 0x7f, 0x80, 0xff, 0xd9, 0xda), fc.nat(255));
const count32 = fc.constantFrom(0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff);
const length = fc.integer({ min: 1, max: 64 });

const splice = (text: string, from: number, count: number, insert: string): string =>
  text.slice(0, from) + insert + text.slice(from + count);

const letters32 = (value: number): string =>
  String.fromCharCode(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** Replaces one JSON value, wherever JSON stands in the text. */
function replaceValue(text: string, at: number, value: string): string {
  const starts = Array.from(text.slice(0, 65_536).matchAll(JSON_START));
  const start = starts[Math.floor(at * starts.length)];
  if (!start) return text;
  const from = start.index;
  const isOpen = start[0] === '{' || start[0] === '[';
  return splice(text, from, isOpen ? bracketed(text, from) : start[0].length, value);
}

function bracketed(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if ('{['.includes(text.charAt(at))) depth += 1;
    else if ('}]'.includes(text.charAt(at))) depth -= 1;
    if (depth === 0) return at + 1 - from;
  }
  return text.length - from;
}

const at = (text: string, where: number): number => Math.floor(where * text.length);

function stepsWith(words: readonly string[]): fc.Arbitrary<Step> {
  const word = fc.constantFrom('', ...words);
  return fc.oneof(
    fc.tuple(place, byte).map(
      ([where, value]): Step =>
        (text) =>
          splice(text, at(text, where), 1, String.fromCharCode(value)),
    ),
    fc.tuple(place, count32).map(
      ([where, value]): Step =>
        (text) =>
          splice(text, at(text, where), 4, letters32(value)),
    ),
    anywhere.map(
      (where): Step =>
        (text) =>
          text.slice(0, at(text, where)),
    ),
    fc.tuple(place, length, word).map(
      ([where, count, insert]): Step =>
        (text) =>
          splice(text, at(text, where), count, insert),
    ),
    fc.tuple(place, word).map(
      ([where, insert]): Step =>
        (text) =>
          splice(text, at(text, where), 0, insert),
    ),
    fc
      .tuple(place, length, fc.constantFrom(1, 2, 3, 100, 4000))
      .map(([where, count, times]): Step => (text) => {
        const from = at(text, where);
        return splice(text, from, 0, text.slice(from, from + count).repeat(times));
      }),
    fc.tuple(place, fc.constantFrom(...JSON_VALUES)).map(
      ([where, value]): Step =>
        (text) =>
          replaceValue(text, where, value),
    ),
  );
}

/** @param words - what the grammar is made of, inserted and joined; latin1 */
export function damaged(
  seeds: readonly Uint8Array[],
  words: readonly string[],
  maxBytes: number,
): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const seed = fc.constantFrom(...seeds).map((bytes) => Buffer.from(bytes).toString('latin1'));
  const joined = fc
    .tuple(seed, anywhere, seed, anywhere)
    .map(
      ([head, headAt, tail, tailAt]) =>
        head.slice(0, headAt * head.length) + tail.slice(tailAt * tail.length),
    );
  const spoken = fc
    .array(fc.tuple(fc.constantFrom('', ...words), fc.constantFrom(1, 1, 1, 2, 3, 2000)), {
      maxLength: 40,
    })
    .map((pieces) => pieces.map(([word, times]) => word.repeat(times)).join(''));
  const text = fc.oneof(
    { weight: 5, arbitrary: seed },
    { weight: 1, arbitrary: joined },
    { weight: words.length > 0 ? 2 : 0, arbitrary: spoken },
  );
  return fc
    .tuple(text, fc.array(stepsWith(words), { maxLength: 6 }))
    .map(([start, steps]) => steps.reduce((changed, step) => step(changed), start))
    .map((changed) => new Uint8Array(Buffer.from(changed.slice(0, maxBytes), 'latin1')));
}
