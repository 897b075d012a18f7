/** Finds places in the marks that some models were trained to write: tags, and tokens in angle brackets. */
import type { Point } from '../markup/types.js';
import type { StatedRegion } from './types.js';

export function readTagRegions(text: string): StatedRegion[] {
  if (!text.includes('<')) return [];
  return [...readPointTags(text), ...readBoxTokens(text), ...readLocTokens(text)].toSorted(
    (one, other) => one.range.start - other.range.start,
  );
}

/** Returns a text with the names in place of tags and tokens. One that is still being written is left out. */
export function withoutRegionTags(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(POINT_TAG, (_, attributes: string, inner = '') => inner || altOf(attributes))
    .replace(BOX_TOKEN, (_, label = '') => label)
    .replace(LOC_TOKENS, (_, before: string, _tokens, after: string) => `${before}${after}`)
    .replace(
      /<(?:points?|loc_?\d*|\|?(?:box|det|ref|object_ref|begin_of_box))(?:\s[^<>]*|[\w|]*)$/,
      '',
    );
}

const NUMBER = /-?\d+(?:\.\d+)?/g;

function numbersIn(text: string): number[] {
  return (text.match(NUMBER) ?? []).map(Number);
}

function inPairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => ({
    x: numbers[2 * index] ?? 0,
    y: numbers[2 * index + 1] ?? 0,
  }));
}

const tag = { key: 'tag', hasNamedCoordinates: true } as const;

/** `<point x="61.5" y="40.6" alt="nose">nose</point>`, and several as `<points x1="…" y1="…" …>`. */
const POINT_TAG = /<points?\s+([^<>]{1,20000}?)\/?>(?:([^<>]{0,400})<\/points?>)?/g;

function readPointTags(text: string): StatedRegion[] {
  return [...text.matchAll(POINT_TAG)].flatMap((match) => {
    const [whole, attributes = '', inner = ''] = match;
    const label = altOf(attributes) || inner.trim();
    const range = { start: match.index, end: match.index + whole.length };
    const coordinates = /\bcoords\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    const stated =
      coordinates === undefined ? percentPoints(attributes) : pointsOfImages(coordinates);
    return stated.map((one) => ({
      ...tag,
      ...one,
      kind: 'point' as const,
      label,
      range,
    }));
  });
}

function altOf(attributes: string): string {
  return /\balt\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]?.trim() ?? '';
}

type StatedPoints = Pick<StatedRegion, 'points' | 'scale' | 'image'>;

function percentPoints(attributes: string): StatedPoints[] {
  const values = new Map(
    [...attributes.matchAll(/\b([xy]\d*)\s*=\s*["']?\s*(-?\d+(?:\.\d+)?)/g)].map(
      ([, name = '', value = '']) => [name, Number(value)],
    ),
  );
  return [...values].flatMap(([name, x]) => {
    const y = values.get(name.replace('x', 'y'));
    return name.startsWith('x') && y !== undefined ? [{ points: [{ x, y }], scale: 100 }] : [];
  });
}

/** `1 1 073 160 2 173 600`: the number of the image, then number, x and y of each point. Images follow a tab. */
function pointsOfImages(coordinates: string): StatedPoints[] {
  return coordinates.split(/[\t;,]/).flatMap((group) => {
    const numbers = numbersIn(group);
    const hasImage = numbers.length % 3 === 1;
    const [first] = numbers;
    const image = hasImage && first !== undefined ? { value: first, isIndex: false } : undefined;
    const triples = hasImage ? numbers.slice(1) : numbers;
    return Array.from({ length: Math.floor(triples.length / 3) }, (_, index) => ({
      points: [{ x: triples[3 * index + 1] ?? 0, y: triples[3 * index + 2] ?? 0 }],
      scale: 1000,
      ...(image && { image }),
    }));
  });
}

/**
 * `<ref>cat</ref><box>[[1, 2, 3, 4]]</box>` and its relatives: `<|box_start|>(1,2),(3,4)<|box_end|>`,
 * `<|det|>…<|/det|>`, `<|begin_of_box|>…<|end_of_box|>`.
 */
const BOX_TOKEN =
  /(?:<(?:ref|\|ref\||\|object_ref_start\|)>\s*([^<>]{0,400}?)\s*<(?:\/ref|\|\/ref\||\|object_ref_end\|)>\s*)?<(box|bbox|point|\|box_start\||\|det\||\|begin_of_box\|)>([\d\s.,()[\]-]{3,4000})<(?:\/(?:box|bbox|point)|\|box_end\||\|\/det\||\|end_of_box\|)>/g;

function readBoxTokens(text: string): StatedRegion[] {
  return [...text.matchAll(BOX_TOKEN)].flatMap((match) => {
    const [whole, label = '', name, content = ''] = match;
    const range = { start: match.index, end: match.index + whole.length };
    const numbers = numbersIn(content);
    const points = inPairs(numbers);
    const stated = { ...tag, label, range };
    if (name === 'point' || numbers.length === 2) {
      return points.map((point) => ({ ...stated, kind: 'point' as const, points: [point] }));
    }
    return numbers.length % 4 === 0 ? boxes(points, stated) : [];
  });
}

function boxes(
  points: readonly Point[],
  stated: Omit<StatedRegion, 'kind' | 'points'>,
): StatedRegion[] {
  return Array.from({ length: points.length / 2 }, (_, index) => ({
    ...stated,
    kind: 'box' as const,
    points: points.slice(2 * index, 2 * index + 2),
  }));
}

/** `<loc0101><loc0202><loc0303><loc0404> cat`, or `cat<loc_52><loc_332><loc_932><loc_774>`. */
const LOC_TOKENS = /([^<>;\n]{0,200})((?:<loc_?\d{1,4}>){2,200})(?:<seg\d+>)*([^<>;\n]{0,200})/g;

function readLocTokens(text: string): StatedRegion[] {
  if (!text.includes('<loc')) return [];
  return [...text.matchAll(LOC_TOKENS)].flatMap((match) => {
    const [whole, before = '', tokens = '', after = ''] = match;
    const range = { start: match.index, end: match.index + whole.length };
    const numbers = numbersIn(tokens.replaceAll('_', ''));
    if (!tokens.includes('_')) {
      // Four digits: y first, in parts of 1024, and the name behind.
      const points = inPairs(numbers).map(({ x, y }) => ({ x: y, y: x }));
      return tokenShapes(points, { ...tag, scale: 1024, label: after.trim(), range });
    }
    return tokenShapes(inPairs(numbers), { ...tag, scale: 1000, label: before.trim(), range });
  });
}

/** Boxes, unless their corners are in no order that boxes have. */
function tokenShapes(
  points: readonly Point[],
  stated: Omit<StatedRegion, 'kind' | 'points'>,
): StatedRegion[] {
  if (points.length === 1) return [{ ...stated, kind: 'point', points }];
  const all = points.length % 2 === 0 ? boxes(points, stated) : [];
  const areBoxes = all.every(
    ({ points: [a, b] }) => a !== undefined && b !== undefined && b.x > a.x && b.y > a.y,
  );
  if (all.length > 0 && areBoxes) return all;
  return points.length > 2 ? [{ ...stated, kind: 'polygon', points }] : all;
}
