import { ProxyRefusal } from './proxy-refusal.js';

export type JsonObject = Record<string, unknown>;

/** `what`: goes on after "The request body". */
export function badBody(what: string): ProxyRefusal {
  return new ProxyRefusal(400, 'bad-body', `The request body ${what}.`);
}

/** The named fields of an object, each only once and only if it is there. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    if (Object.hasOwn(object, name) && object[name] !== undefined) picked[name] = object[name];
  }
  return picked;
}

/** A string, a number, a truth value, null, or a list of strings: nothing that hides something else. */
export function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return value === null || typeof value !== 'object';
}
