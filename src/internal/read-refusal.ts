/** A request can be refused with status 200 and an error as the first event of its answer. */
import { isErrorObject, readProviderError } from './read-provider-error.js';
import type { ProviderError } from './read-provider-error.js';
import { isRecord } from './read-value.js';
import { statusOfError } from './request-error-code.js';

export interface Refusal {
  said: ProviderError;
  /** The status that the error would have had; `undefined` if it does not say. */
  status?: number;
}

/** Errors are short, so a large event, such as one with an image, need not be parsed twice. */
const MAX_ERROR_CHARS = 65_536;
/** Events with other names belong to no known format and are ignored. */
const KNOWN_EVENTS = /^(?:message|error|response\.|thread\.|chat\.completion)/;

/** Returns the refusal in an event, or `undefined` if the event belongs to an answer. */
export function readRefusal({ event, data }: { event: string; data: string }): Refusal | undefined {
  if (data.length > MAX_ERROR_CHARS || !KNOWN_EVENTS.test(event)) return undefined;
  const value = parse(data);
  const error = value === undefined ? undefined : errorIn(value);
  if (error === undefined && event !== 'error') return undefined;
  const said = readProviderError(error ?? value) ?? (value === undefined ? { message: data } : {});
  const status = statusOfError(said);
  return { said, ...(status !== undefined && { status }) };
}

/** Returns the error object itself, or the failed object around it. */
function errorIn(value: unknown): unknown {
  if (isErrorObject(value)) return value;
  if (!isRecord(value)) return undefined;
  const { response, status } = value;
  if (status === 'failed') return value;
  return response === undefined ? undefined : errorIn(response);
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}
