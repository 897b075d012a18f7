/** Answers that fit a schema: where each API takes it, and a sample of what it describes. */
import { isObject, type JsonObject } from './json.js';

const MAX_DEPTH = 12;

/** Returns the JSON Schema that a request demands of its answer, in the place of its API. */
export function requestedSchema(body: JsonObject): { answerSchema?: JsonObject } {
  const inside = (...path: readonly string[]): unknown =>
    path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), body);
  const schema = [
    inside('response_format', 'json_schema', 'schema'),
    inside('text', 'format', 'schema'),
    inside('output_config', 'format', 'schema'),
    inside('generationConfig', 'responseJsonSchema'),
    inside('generationConfig', 'responseSchema'),
    inside('format'),
  ].find(isObject);
  return schema ? { answerSchema: schema } : {};
}

/** Returns a value that fits a schema. Lists have an item for each image, at least two. */
export function sampleOf(schema: JsonObject, imageCount: number): unknown {
  return valueOf(schema, 'answer', 0);

  function valueOf(given: unknown, name: string, depth: number, number = 1): unknown {
    const rule = resolved(given);
    if (!rule || depth > MAX_DEPTH) return null;
    if ('const' in rule) return rule['const'];
    const choices = rule['enum'] as unknown[] | undefined;
    if (Array.isArray(choices)) return choices[(number - 1) % choices.length];
    const alternatives = rule['anyOf'] ?? rule['oneOf'] ?? rule['allOf'];
    if (Array.isArray(alternatives)) {
      const first = alternatives.find((one) => !isObject(one) || one['type'] !== 'null');
      return valueOf(first, name, depth + 1, number);
    }
    switch (Array.isArray(rule['type']) ? (rule['type'] as unknown[])[0] : rule['type']) {
      case 'string':
        return String(rule['format']).startsWith('date') || /date/i.test(name)
          ? `2026-03-${String(10 + number)}`
          : `${name.replaceAll(/[_-]+/g, ' ')} ${number}`;
      case 'integer':
        return number;
      case 'number':
        return Math.max(Number(rule['minimum'] ?? 0), number * 12.5);
      case 'boolean':
        return number % 2 === 1;
      case 'null':
        return null;
      case 'array': {
        const length = Math.max(2, imageCount, Number(rule['minItems'] ?? 0));
        return Array.from({ length }, (_, index) =>
          valueOf(rule['items'], name, depth + 1, index + 1),
        );
      }
      default: {
        const fields = isObject(rule['properties']) ? rule['properties'] : {};
        return Object.fromEntries(
          Object.entries(fields).map(([key, field]) => [
            key,
            valueOf(field, key, depth + 1, number),
          ]),
        );
      }
    }
  }

  function resolved(given: unknown): JsonObject | undefined {
    if (!isObject(given)) return undefined;
    const reference = given['$ref'];
    if (typeof reference !== 'string') return given;
    const target = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), schema);
    return isObject(target) ? target : undefined;
  }
}
