/** Reads the shape that a field of JSON holds: by its name, and by how many numbers it has. */
import type { Point } from '../markup/types.js';
import type { JsonObject, JsonValue } from './read-json.js';
import type { StatedRegion } from './types.js';

export type Shape = Pick<StatedRegion, 'kind' | 'points' | 'key' | 'hasNamedCoordinates'>;

const BOX = new Set([
  'box2d',
  'bbox2d',
  'bbox',
  'box',
  'boundingbox',
  'boundingbox2d',
  'boundingrect',
  'bounds',
  'rect',
  'rectangle',
  'region',
  'xyxy',
  'bboxes',
  'boxes',
  'boundingboxes',
]);
const POINT = new Set([
  'point',
  'point2d',
  'points',
  'points2d',
  'keypoint',
  'keypoints',
  'center',
  'centre',
  'centerpoint',
]);
const POLYGON = new Set([
  'polygon',
  'polygons',
  'poly',
  'contour',
  'outline',
  'segmentation',
  'quad',
  'vertices',
]);
/** Four numbers are a box, two a point. */
const EITHER = new Set(['coordinates', 'coordinate', 'coords', 'position', 'location', 'startbox']);
/** Returns `box2d` for `box_2d`. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether a field holds boxes or points, so that its name is no label. */
export function mayHoldShapes(name: string): boolean {
  return BOX.has(plain(name)) || POINT.has(plain(name));
}

/** Returns the boxes, points and polygons that a field holds, by its name. */
export function shapesOf(name: string, value: JsonValue): Shape[] {
  const field = plain(name);
  const key =
    field === 'box2d' ? 'box_2d' : /^(?:bbox|point|polygon)2d$/.test(field) ? 'bbox_2d' : 'other';
  const asBoxes = (): Shape[] =>
    boxesOf(value, key === 'other').map((box) => ({ ...box, kind: 'box', key }));
  if (BOX.has(field)) return asBoxes();
  if (POLYGON.has(field)) return polygonsOf(value).map((shape) => ({ ...shape, key }));
  if (POINT.has(field)) return pointsOf(value).map((shape) => ({ ...shape, key }));
  if (!EITHER.has(field)) return [];
  const numbers = numbersOf(value);
  return numbers?.length === 2 || isPoint(value)
    ? pointsOf(value).map((shape) => ({ ...shape, key }))
    : asBoxes();
}

type Corners = Pick<StatedRegion, 'points' | 'hasNamedCoordinates'>;

/** @param mayHaveExtent whether a list may state width and height instead of the second corner */
function boxesOf(value: JsonValue, mayHaveExtent: boolean): Corners[] {
  const numbers = numbersOf(value);
  if (numbers) return numbers.length === 4 ? [corners(numbers, mayHaveExtent)] : [];
  if (isObject(value)) {
    const box = boxOfSides(value);
    return box ? [box] : [];
  }
  if (!Array.isArray(value)) return [];
  // Two corners as points.
  const pair = value.map(numbersOf);
  if (pair.length === 2 && pair.every((point) => point?.length === 2)) {
    return [corners(pair.flat() as number[], false)];
  }
  return value.flatMap((item) => boxesOf(item, mayHaveExtent));
}

/** A second corner that is not beyond the first is likely to be width and height. */
function corners(numbers: readonly number[], mayHaveExtent: boolean): Corners {
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  const hasExtent = mayHaveExtent && (c < a || d < b);
  return {
    points: [{ x: a, y: b }, hasExtent ? { x: a + c, y: b + d } : { x: c, y: d }],
    hasNamedCoordinates: false,
  };
}

function pointsOf(value: JsonValue): Array<Omit<Shape, 'key'>> {
  const named = isObject(value) ? pointOf(value) : undefined;
  if (named) return [{ kind: 'point', points: [named], hasNamedCoordinates: true }];
  const numbers = numbersOf(value);
  if (numbers) {
    const [x, y, ...rest] = numbers;
    if (x === undefined || y === undefined || rest.length % 2 !== 0) return [];
    return inPairs(numbers).map((point) => ({
      kind: 'point',
      points: [point],
      hasNamedCoordinates: false,
    }));
  }
  return Array.isArray(value) ? value.flatMap(pointsOf) : [];
}

function polygonsOf(value: JsonValue): Array<Omit<Shape, 'key'>> {
  if (!Array.isArray(value)) return [];
  const numbers = numbersOf(value);
  const pairs = value.map(numbersOf);
  const named = value.map((item) => (isObject(item) ? pointOf(item) : undefined));
  if (numbers && numbers.length >= 6) return [polygon(inPairs(numbers), false)];
  if (pairs.length > 2 && pairs.every((pair) => pair?.length === 2)) {
    return [polygon(inPairs(pairs.flat() as number[]), false)];
  }
  if (named.length > 2 && named.every((point) => point !== undefined)) {
    return [polygon(named, true)];
  }
  return numbers ? [] : value.flatMap(polygonsOf);
}

function polygon(points: readonly Point[], hasNamedCoordinates: boolean): Omit<Shape, 'key'> {
  return { kind: 'polygon', points, hasNamedCoordinates };
}

function inPairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => ({
    x: numbers[2 * index] ?? 0,
    y: numbers[2 * index + 1] ?? 0,
  }));
}

const SIDES = [
  ['x1', 'y1', 'x2', 'y2'],
  ['xmin', 'ymin', 'xmax', 'ymax'],
  ['minx', 'miny', 'maxx', 'maxy'],
  ['left', 'top', 'right', 'bottom'],
  ['x0', 'y0', 'x1', 'y1'],
] as const;
const EXTENTS = [
  ['x', 'y', 'width', 'height'],
  ['x', 'y', 'w', 'h'],
  ['left', 'top', 'width', 'height'],
  ['xmin', 'ymin', 'width', 'height'],
] as const;

/** Returns the box of an object whose fields name each of its sides. */
export function boxOfSides(object: JsonObject): Corners | undefined {
  const fields = new Map(Object.entries(object).map(([name, value]) => [plain(name), value]));
  const numbers = (names: readonly string[]): number[] | undefined => {
    const values = names.map((name) => toNumber(fields.get(name)));
    return values.every((value) => value !== undefined) ? values : undefined;
  };
  for (const names of SIDES) {
    const [a, b, c, d] = numbers(names) ?? [];
    if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
      return {
        points: [
          { x: a, y: b },
          { x: c, y: d },
        ],
        hasNamedCoordinates: true,
      };
    }
  }
  for (const names of EXTENTS) {
    const [x, y, width, height] = numbers(names) ?? [];
    if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) {
      return {
        points: [
          { x, y },
          { x: x + width, y: y + height },
        ],
        hasNamedCoordinates: true,
      };
    }
  }
  return undefined;
}

export function pointOf(object: JsonObject): Point | undefined {
  const x = toNumber(object['x']);
  const y = toNumber(object['y']);
  return x !== undefined && y !== undefined ? { x, y } : undefined;
}

function isPoint(value: JsonValue): boolean {
  return isObject(value) && pointOf(value) !== undefined && boxOfSides(value) === undefined;
}

/** Whether it is GeoJSON: places on the Earth. */
export function isGeographic({ type, coordinates }: JsonObject): boolean {
  return (
    coordinates !== undefined &&
    typeof type === 'string' &&
    /^(?:Multi)?(?:Point|LineString|Polygon)$/.test(type)
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numbersOf(value: JsonValue | undefined): number[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const numbers = value.map(toNumber);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function toNumber(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
