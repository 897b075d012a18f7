import { isObjectSchema, mapJsonSchema } from '../../internal/map-json-schema.js';
import type { JsonSchema, WireResponseSchema } from '../../objects/types.js';

/** Limits that the server refuses in a schema. The kit checks them itself when the answer is there. */
const UNSUPPORTED = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
]);

/** Returns the schema as the server takes it: without limits, and with objects that have no other fields. */
export function outputFormat({ schema }: WireResponseSchema): {
  type: 'json_schema';
  schema: JsonSchema;
} {
  return { type: 'json_schema', schema: mapJsonSchema(schema, supported) };
}

function supported(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).filter(
    ([name, value]) => !UNSUPPORTED.has(name) && !(name === 'minItems' && Number(value) > 1),
  );
  return {
    ...Object.fromEntries(entries),
    ...(isObjectSchema(schema) && { additionalProperties: false }),
  };
}
