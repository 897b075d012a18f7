import { isRecord } from './read-value.js';

type Schema = Readonly<Record<string, unknown>>;

/** Fields of a schema that hold values, which are no schemas even if they look like some. */
const VALUES = /^(?:enum|const|default|examples|required)$/;
/** Fields of a schema that hold schemas by name. */
const BY_NAME = /^(?:properties|patternProperties|\$defs|definitions)$/;

/** Returns a JSON Schema with each schema in it changed, the inner ones first. */
export function mapJsonSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const mapPart = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(mapPart);
    return isRecord(part) ? mapJsonSchema(part, change) : part;
  };
  const entries = Object.entries(schema).map(([name, value]): [string, unknown] => {
    if (VALUES.test(name)) return [name, value];
    if (!BY_NAME.test(name) || !isRecord(value)) return [name, mapPart(value)];
    const parts = Object.entries(value).map(([key, part]) => [key, mapPart(part)] as const);
    return [name, Object.fromEntries(parts)];
  });
  return change(Object.fromEntries(entries));
}

/** Whether the schema is one of objects. */
export function isObjectSchema(schema: Schema): boolean {
  return schema['type'] === 'object' || isRecord(schema['properties']);
}
