import { KitError } from '../errors.js';
import { isObjectSchema, mapJsonSchema } from '../internal/map-json-schema.js';
import { isRecord } from '../internal/read-value.js';
import type {
  JsonSchema,
  NamedResponseSchema,
  ResponseSchema,
  StandardSchema,
  WireResponseSchema,
} from './types.js';

export interface ReadSchema {
  wire: WireResponseSchema;
  /** The schema as it was given, in JSON Schema. */
  json: JsonSchema;
  /** Validates in place of JSON Schema. */
  standard?: StandardSchema;
  /** The field that the value is in, because the root of the schema is not an object. */
  wrappedIn?: string;
}

const WRAPPER = 'value';

/**
 * Returns a schema for `options.responseSchema` of a connection or a batch.
 *
 * @throws KitError `invalid-option` for something that is no schema, and for one that cannot be written as JSON Schema
 */
export function wireResponseSchema(schema: ResponseSchema): WireResponseSchema {
  return readResponseSchema(schema).wire;
}

/**
 * Returns a schema as the wire formats write it: in JSON Schema, with an object as its root, which providers require.
 *
 * @throws KitError `invalid-option` for something that is no schema, and for one that cannot be written as JSON Schema
 */
export function readResponseSchema(given: ResponseSchema): ReadSchema {
  const { schema, jsonSchema, name = 'answer', strict } = named(given);
  const standard = isStandard(schema) ? schema : undefined;
  const json = withoutDialect(jsonSchema ?? (standard ? jsonOf(standard) : schema));
  if (!isRecord(json))
    throw invalid('It is neither a Standard Schema nor an object in JSON Schema.');
  if (!/^[\w-]{1,64}$/.test(name)) {
    throw invalid('Its name may contain letters, digits, “_” and “-”, up to 64 of them.');
  }
  const isObject = isObjectSchema(json);
  const root = isObject ? json : wrapped(json);
  return {
    wire: { name, schema: root, strict: strict ?? isClosed(root) },
    json,
    ...(standard && { standard }),
    ...(!isObject && { wrappedIn: WRAPPER }),
  };
}

function named(given: ResponseSchema): NamedResponseSchema {
  if (isStandard(given)) return { schema: given };
  if (!isRecord(given))
    throw invalid('It is neither a Standard Schema nor an object in JSON Schema.');
  const { schema } = given;
  return isStandard(schema) || isRecord(schema)
    ? (given as unknown as NamedResponseSchema)
    : { schema: given };
}

/** The schemas of some libraries are functions. */
function isStandard(value: unknown): value is StandardSchema {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    '~standard' in value
  );
}

function jsonOf({ '~standard': { vendor, jsonSchema } }: StandardSchema): JsonSchema {
  if (!jsonSchema) {
    throw invalid(
      `“${vendor}” does not write JSON Schema itself. Pass { schema, jsonSchema } with the same schema in JSON Schema.`,
    );
  }
  return withoutOtherFields(jsonSchema.input({ target: 'draft-2020-12' }));
}

function withoutDialect(schema: unknown): JsonSchema {
  const { $schema: _dialect, '~standard': _own, ...rest } = schema as Record<string, unknown>;
  return rest;
}

function wrapped({ $defs, definitions, ...value }: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { [WRAPPER]: value },
    required: [WRAPPER],
    additionalProperties: false,
    ...($defs !== undefined && { $defs }),
    ...(definitions !== undefined && { definitions }),
  };
}

/** Libraries leave open whether an object may have other fields; strict servers demand that it may not. */
function withoutOtherFields(schema: JsonSchema): JsonSchema {
  return mapJsonSchema(schema, (part) =>
    isObjectSchema(part) && !('additionalProperties' in part)
      ? { ...part, additionalProperties: false }
      : part,
  );
}

/** Whether every object in the schema has only required fields and no others, which strict servers demand. */
function isClosed(schema: JsonSchema): boolean {
  let isEachClosed = true;
  mapJsonSchema(schema, (part) => {
    const { properties = {}, required = [], additionalProperties } = part;
    const names = Object.keys(properties as JsonSchema);
    const isWhole = Array.isArray(required) && names.every((name) => required.includes(name));
    if (isObjectSchema(part) && !(isWhole && additionalProperties === false)) isEachClosed = false;
    return part;
  });
  return isEachClosed;
}

function invalid(why: string): KitError {
  return new KitError('invalid-option', { message: `The responseSchema cannot be used. ${why}` });
}
