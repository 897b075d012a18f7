/**
 * Finds places in JSON by the names of its fields: `box_2d`, `bbox_2d`, `point_2d`, `polygon`, `x` and `y`, and
 * what models write if nobody told them the names.
 */
import type { Point } from '../markup/types.js';
import type { TextRange } from '../messages/types.js';
import { type JsonObject, type JsonReading, type JsonValue, readJson } from './read-json.js';
import type { StatedImage, StatedRegion } from './types.js';

interface Context {
  reading: JsonReading;
  /** Added to positions within a string of other JSON. */
  place: (range: TextRange) => TextRange;
  image: StatedImage | undefined;
  label: string;
  /** How many strings may hold JSON in turn. */
  stringDepth: number;
}

/** Tool results hold JSON in strings of JSON, sometimes twice. */
const MAX_STRING_DEPTH = 3;

export function readJsonRegions(text: string): {
  regions: StatedRegion[];
  isUnfinished: boolean;
} {
  const reading = readJson(text);
  const context: Context = {
    reading,
    place: (range) => range,
    image: undefined,
    label: '',
    stringDepth: MAX_STRING_DEPTH,
  };
  return {
    regions: reading.found.flatMap(({ value }) => readValue(value, context)),
    isUnfinished: reading.isUnfinished,
  };
}

function readValue(value: JsonValue, context: Context): StatedRegion[] {
  if (typeof value === 'string') return readString(value, context);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => readValue(item, context));
  return readObject(value, context);
}

function readString(value: string, context: Context): StatedRegion[] {
  if (context.stringDepth === 0 || !/[[{]/.test(value)) return [];
  const reading = readJson(value);
  const whole = context.place({ start: 0, end: 0 });
  const inner = {
    ...context,
    reading,
    place: () => whole,
    stringDepth: context.stringDepth - 1,
  };
  return reading.found.flatMap((found) => readValue(found.value, inner));
}

function readObject(object: JsonObject, outer: Context): StatedRegion[] {
  const { reading } = outer;
  const range = outer.place(reading.rangeOf(object) ?? { start: 0, end: 0 });
  const context: Context = {
    ...outer,
    image: imageOf(object) ?? outer.image,
    label: labelOf(object) ?? outer.label,
    // A string within it has no position of its own.
    place: (inner) => (inner.end === 0 ? range : outer.place(inner)),
  };
  // The rest of a cut object may still say which image it is about, and what it is called.
  const own = reading.isClosed(object) ? ownRegions(object, context, range) : [];
  const read = new Set(own.map(({ field }) => field));
  const inner = Object.entries(object).flatMap(([name, value]) => {
    if (read.has(name) || NOT_A_PLACE.has(plain(name))) return [];
    const label = isStructural(name) ? context.label : name;
    return readValue(value, { ...context, label: labelOf(object) ?? label });
  });
  return [...own.map(({ region }) => region), ...inner];
}

interface OwnRegion {
  field: string;
  region: StatedRegion;
}

function ownRegions(object: JsonObject, context: Context, range: TextRange): OwnRegion[] {
  const { label, image } = context;
  const shared = { label, image, range };
  const sides = boxOfSides(object);
  if (sides) {
    return [{ field: '', region: { ...shared, ...sides, key: 'other', kind: 'box' } }];
  }
  if (isGeographic(object)) return [];
  const named = Object.entries(object).flatMap(([name, value]) =>
    shapesOf(name, value).map((shape) => ({ field: name, region: { ...shared, ...shape } })),
  );
  const areas = named.filter(({ region }) => region.kind !== 'point');
  if (areas.length > 0) return named.filter((one) => areas.includes(one) || !isCentre(one.field));
  if (named.length > 0) return named;
  const point = pointOf(object);
  return point && label !== ''
    ? [
        {
          field: '',
          region: {
            ...shared,
            kind: 'point',
            points: [point],
            key: 'other',
            hasNamedCoordinates: true,
          },
        },
      ]
    : [];
}

/** The centre of a box says nothing that the box does not. */
function isCentre(field: string): boolean {
  return plain(field).startsWith('cent');
}

type Shape = Pick<StatedRegion, 'kind' | 'points' | 'key' | 'hasNamedCoordinates'>;

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
/** What never holds a place, and may be long. */
const NOT_A_PLACE = new Set([
  'mask',
  'base64',
  'b64json',
  'usage',
  'size',
  'imagesize',
  'resolution',
]);

/** Returns `box2d` for `box_2d`. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function shapesOf(name: string, value: JsonValue): Shape[] {
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
function boxOfSides(object: JsonObject): Corners | undefined {
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

function pointOf(object: JsonObject): Point | undefined {
  const x = toNumber(object['x']);
  const y = toNumber(object['y']);
  return x !== undefined && y !== undefined ? { x, y } : undefined;
}

function isPoint(value: JsonValue): boolean {
  return isObject(value) && pointOf(value) !== undefined && boxOfSides(value) === undefined;
}

/** Whether it is GeoJSON: places on the Earth. */
function isGeographic({ type, coordinates }: JsonObject): boolean {
  return (
    coordinates !== undefined &&
    typeof type === 'string' &&
    /^(?:Multi)?(?:Point|LineString|Polygon)$/.test(type)
  );
}

/** Returns the name of a step of a model that operates a computer. */
function actionOf({ type, action }: JsonObject): string | undefined {
  return [type, action].find(
    (value): value is string =>
      typeof value === 'string' && /click|tap|move|scroll|point|hover/i.test(value),
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

const LABELS = [
  'label',
  'name',
  'text_content',
  'text',
  'object',
  'class',
  'category',
  'title',
  'alt',
  'caption',
  'element',
  'description',
];
const MAX_LABEL_CHARACTERS = 200;

function labelOf(object: JsonObject): string | undefined {
  for (const name of LABELS) {
    const value = object[name];
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '' && !value.trim().startsWith('{')) {
      return value.trim().slice(0, MAX_LABEL_CHARACTERS);
    }
  }
  return actionOf(object);
}

/** Whether a field holds places of several names, so that its own is none. */
function isStructural(name: string): boolean {
  return (
    BOX.has(plain(name)) || POINT.has(plain(name)) || STRUCTURE.test(name) || /^\d+$/.test(name)
  );
}
const STRUCTURE =
  /^(?:objects?|items?|detections?|detected_objects|results?|regions?|annotations?|predictions?|elements?|data|images?|content|output|input|answer|response|shapes?|instances?|entities|structuredContent|parts?|actions?|arguments|args|params|parameters|text|segments?|masks?|children|list|values?|frames?)$/i;

const IMAGES = [
  'image_index',
  'imageIndex',
  'image_idx',
  'image_number',
  'image_no',
  'image_id',
  'imageId',
  'image',
  'img',
  'picture',
  'image_name',
  'file_name',
  'filename',
];

function imageOf(object: JsonObject): StatedImage | undefined {
  for (const name of IMAGES) {
    const value = object[name];
    if (typeof value === 'number' || typeof value === 'string') {
      return { value, isIndex: /in?de?x/i.test(name) };
    }
  }
  return undefined;
}
