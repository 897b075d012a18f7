import { isRecord } from '../internal/read-value.js';
import { resolvedSchema } from './check-json-schema.js';
import type { ResponseSchema } from './types.js';
import { readResponseSchema } from './wire-schema.js';

/**
 * Returns the names of the fields of a schema: of its object, or of the objects in its list. Empty for a schema of another
 * shape.
 *
 * @throws KitError `invalid-option` for a schema that cannot be used
 */
export function fieldNames(schema: ResponseSchema): readonly string[] {
  const { json } = readResponseSchema(schema);
  const root = resolvedSchema(json, json);
  const object = root?.['type'] === 'array' ? resolvedSchema(root['items'], json) : root;
  const properties = object?.['properties'];
  return isRecord(properties) ? Object.keys(properties) : [];
}
