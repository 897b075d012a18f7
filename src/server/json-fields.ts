import { ProxyRefusal } from './proxy-refusal.js';

export type JsonObject = Record<string, unknown>;

/** `what` continues "The request body". */
export function badBody(what: string): ProxyRefusal {
  return new ProxyRefusal(400, 'bad-body', `The request body ${what}.`);
}

/** Returns the named fields of an object, each only once and only if present. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    if (Object.hasOwn(object, name) && object[name] !== undefined) picked[name] = object[name];
  }
  return picked;
}

/** Whether a value is a string, a number, a boolean, null, or a list of strings, and so cannot hide anything else. */
export function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return value === null || typeof value !== 'object';
}
