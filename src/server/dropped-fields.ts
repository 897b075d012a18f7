/** Reports to the operator of the server which fields of a request were not passed to the upstream. */
import { isRecord } from '../internal/read-value.js';
import { type JsonObject } from './json-fields.js';

const MAX_NAMES = 20;

/** Returns the names of the fields that were dropped, including those within objects that were passed in part. */
export function droppedFields(source: JsonObject, rebuilt: JsonObject): string[] {
  const names = Object.entries(source).flatMap(([name, value]) => {
    const kept = rebuilt[name];
    if (value === undefined || (value === null && kept === undefined)) return [];
    if (!Object.hasOwn(rebuilt, name)) return [name];
    if (!isRecord(value) || !isRecord(kept)) return [];
    const lost = Object.keys(value).filter((inner) => !Object.hasOwn(kept, inner));
    return lost.map((inner) => `${name}.${inner}`);
  });
  // A client may write anything as a name.
  const plain = names.map((name) => (/^[\w.-]{1,60}$/.test(name) ? name : '(no plain name)'));
  return [...new Set(plain)].slice(0, MAX_NAMES);
}

/** Writes each name to the console once, for a handler without a log. */
export function createDropWarning(): (names: readonly string[] | undefined) => void {
  const reported = new Set<string>();
  return (names = []) => {
    const fresh = names.filter((name) => !reported.has(name)).slice(0, MAX_NAMES - reported.size);
    if (fresh.length === 0) return;
    for (const name of fresh) reported.add(name);
    console.warn(
      `image-chat-kit: createProxyHandler did not pass on ${fresh.join(', ')}. To let a field through, name it in extraFields.`,
    );
  };
}
