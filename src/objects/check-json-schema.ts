/** The part of JSON Schema that providers accept for answers. Keywords that it does not know are not checked. */
import { isRecord } from '../internal/read-value.js';
import type { JsonSchema, ObjectProblem } from './types.js';

/** More would not help anybody. */
const MAX_PROBLEMS = 20;
/** A schema may refer to itself. */
const MAX_DEPTH = 200;

/** Returns where a value does not match a schema. */
export function checkJsonSchema(value: unknown, schema: JsonSchema): ObjectProblem[] {
  const problems: ObjectProblem[] = [];
  checkValue(value, schema, '', 0);
  return problems;

  function add(path: string, message: string): void {
    if (problems.length < MAX_PROBLEMS) problems.push({ code: 'schema', path, message });
  }

  function checkValue(at: unknown, given: unknown, path: string, depth: number): void {
    const rule = resolvedSchema(given, schema);
    if (!rule || depth > MAX_DEPTH || problems.length >= MAX_PROBLEMS) return;
    const types = listOf(rule['type']);
    if (types.length > 0 && !types.some((type) => isOfType(at, type))) {
      add(path, `expected ${types.join(' or ')}, received ${typeNameOf(at)}`);
      return;
    }
    if ('const' in rule && !isSame(at, rule['const'])) {
      add(path, `expected ${JSON.stringify(rule['const'])}`);
    }
    const choices = rule['enum'];
    if (Array.isArray(choices) && !choices.some((choice) => isSame(at, choice))) {
      add(path, `expected one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`);
    }
    checkAlternatives(at, rule, path, depth);
    if (typeof at === 'number') checkNumber(at, rule, path);
    if (typeof at === 'string') checkString(at, rule, path);
    if (Array.isArray(at)) checkItems(at, rule, path, depth);
    else if (isRecord(at)) checkFields(at, rule, path, depth);
  }

  function checkAlternatives(at: unknown, rule: JsonSchema, path: string, depth: number): void {
    for (const part of listOf(rule['allOf'])) checkValue(at, part, path, depth + 1);
    for (const name of ['anyOf', 'oneOf']) {
      const alternatives = listOf(rule[name]);
      const fits = (part: unknown): boolean => {
        const before = problems.length;
        checkValue(at, part, path, depth + 1);
        return problems.splice(before).length === 0;
      };
      if (alternatives.length > 0 && !alternatives.some(fits)) {
        add(path, 'matches none of the allowed forms');
      }
    }
  }

  function checkNumber(at: number, rule: JsonSchema, path: string): void {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = rule;
    if (at < numberOr(minimum, -Infinity)) add(path, `expected at least ${String(minimum)}`);
    if (at > numberOr(maximum, Infinity)) add(path, `expected at most ${String(maximum)}`);
    if (at <= numberOr(exclusiveMinimum, -Infinity)) {
      add(path, `expected more than ${String(exclusiveMinimum)}`);
    }
    if (at >= numberOr(exclusiveMaximum, Infinity)) {
      add(path, `expected less than ${String(exclusiveMaximum)}`);
    }
  }

  function checkString(at: string, rule: JsonSchema, path: string): void {
    const { minLength, maxLength, pattern } = rule;
    if (at.length < numberOr(minLength, 0)) {
      add(path, `expected at least ${String(minLength)} characters`);
    }
    if (at.length > numberOr(maxLength, Infinity)) {
      add(path, `expected at most ${String(maxLength)} characters`);
    }
    if (typeof pattern === 'string' && patternOf(pattern)?.test(at) === false) {
      add(path, `expected text that matches ${pattern}`);
    }
  }

  function checkItems(at: readonly unknown[], rule: JsonSchema, path: string, depth: number): void {
    const { items, minItems, maxItems } = rule;
    const first = listOf(rule['prefixItems']);
    if (at.length < numberOr(minItems, 0)) add(path, `expected at least ${String(minItems)} items`);
    if (at.length > numberOr(maxItems, Infinity)) {
      add(path, `expected at most ${String(maxItems)} items`);
    }
    for (const [index, item] of at.entries()) {
      checkValue(item, first[index] ?? items, `${path}[${index}]`, depth + 1);
    }
  }

  function checkFields(
    at: Readonly<Record<string, unknown>>,
    rule: JsonSchema,
    path: string,
    depth: number,
  ): void {
    const fields = isRecord(rule['properties']) ? rule['properties'] : {};
    const pathOf = (name: string): string => (path === '' ? name : `${path}.${name}`);
    for (const name of listOf(rule['required']).map(String)) {
      if (!Object.hasOwn(at, name)) add(pathOf(name), 'is missing');
    }
    for (const [name, field] of Object.entries(at)) {
      if (Object.hasOwn(fields, name)) checkValue(field, fields[name], pathOf(name), depth + 1);
      else if (rule['additionalProperties'] === false) add(pathOf(name), 'is not expected');
      else checkValue(field, rule['additionalProperties'], pathOf(name), depth + 1);
    }
  }
}

/** Follows references within the document. */
export function resolvedSchema(given: unknown, root: JsonSchema): JsonSchema | undefined {
  let rule = given;
  for (let step = 0; step < MAX_DEPTH && isRecord(rule); step++) {
    const reference = rule['$ref'];
    if (typeof reference !== 'string') return rule;
    rule = pointedAt(reference, root);
  }
  return undefined;
}

function pointedAt(reference: string, root: JsonSchema): unknown {
  if (!reference.startsWith('#')) return undefined;
  const steps = reference.slice(1).split('/').slice(1);
  return steps.reduce<unknown>((at, step) => {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }, root);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeNameOf(value) === type;
}

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function patternOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
