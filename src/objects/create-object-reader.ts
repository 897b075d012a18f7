import { isRecord } from '../internal/read-value.js';
import { checkJsonSchema } from './check-json-schema.js';
import { jsonStart, wholeJson } from './json-in-text.js';
import { readPartialJson } from './read-partial-json.js';
import type { AnswerObject, ObjectProblem, ResponseSchema, WireResponseSchema } from './types.js';
import { readResponseSchema } from './wire-schema.js';

export interface ObjectReader {
  wire: WireResponseSchema;
  /**
   * Reads an answer that is still streaming. Returns the same object until the text has grown by an eighth, so that the
   * whole costs no more than a few readings of it.
   */
  sample: (text: string) => AnswerObject;
  /** Reads and validates a complete answer. */
  finish: (text: string) => Promise<AnswerObject>;
}

const GROWTH = 1.125;

/** @throws KitError `invalid-option` for a schema that cannot be used */
export function createObjectReader(given: ResponseSchema): ObjectReader {
  const { wire, json, standard, wrappedIn } = readResponseSchema(given);
  let sampled: AnswerObject = { isPartial: true, problems: [] };
  let nextChars = 1;

  /** Returns the value in its wrapper; a model that was not forced may have left the wrapper out. */
  function unwrapped(value: unknown): unknown {
    if (wrappedIn === undefined || !isRecord(value)) return value;
    return Object.hasOwn(value, wrappedIn) || Object.keys(value).length === 0
      ? value[wrappedIn]
      : value;
  }

  async function validate(value: unknown): Promise<AnswerObject> {
    if (!standard) return { value, isPartial: false, problems: checkJsonSchema(value, json) };
    try {
      const result = await standard['~standard'].validate(value);
      return result.issues
        ? { value, isPartial: false, problems: result.issues.map(problemOf) }
        : { value: result.value, isPartial: false, problems: [] };
    } catch (error) {
      // A check of the app that throws must not take the answer with it.
      const message = error instanceof Error ? error.message : String(error);
      return { value, isPartial: false, problems: [{ code: 'schema', path: '', message }] };
    }
  }

  return {
    wire,
    sample(text) {
      if (text.length < nextChars) return sampled;
      nextChars = Math.ceil(text.length * GROWTH);
      const start = jsonStart(text);
      const value = start < 0 ? undefined : unwrapped(readPartialJson(text.slice(start)));
      sampled = { ...(value !== undefined && { value }), isPartial: true, problems: [] };
      return sampled;
    },
    async finish(text) {
      const whole = wholeJson(text);
      if (whole) return validate(unwrapped(whole.value));
      const message = 'There is no complete JSON in this answer.';
      return { isPartial: false, problems: [{ code: 'not-json', path: '', message }] };
    },
  };
}

function problemOf(issue: {
  message: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }> | undefined;
}): ObjectProblem {
  let path = '';
  for (const step of issue.path ?? []) {
    const key = typeof step === 'object' ? step.key : step;
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  return { code: 'schema', path, message: issue.message };
}
