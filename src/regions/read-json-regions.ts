/**
 * Finds places in JSON by the names of its fields: `box_2d`, `bbox_2d`, `point_2d`, `polygon`, `x` and `y`, and
 * what models write if nobody told them the names.
 */
import type { TextRange } from '../messages/types.js';
import {
  boxOfSides,
  isGeographic,
  mayHoldShapes,
  plain,
  pointOf,
  shapesOf,
} from './json-shapes.js';
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

/** Returns the name of a step of a model that operates a computer. */
function actionOf({ type, action }: JsonObject): string | undefined {
  return [type, action].find(
    (value): value is string =>
      typeof value === 'string' && /click|tap|move|scroll|point|hover/i.test(value),
  );
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
  return mayHoldShapes(name) || STRUCTURE.test(name) || /^\d+$/.test(name);
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
