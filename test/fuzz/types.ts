export interface Parser {
  name: string;
  /** Real inputs, which are then damaged. */
  seeds: readonly Uint8Array[];
  /** What the grammar is made of, in latin1. */
  words?: readonly string[];
  /** Whether a `KitError` is an answer, as its documentation says. @defaultValue false */
  refuses?: boolean;
  /** Reads one input, and throws if the result is not well formed. */
  read: (bytes: Uint8Array<ArrayBuffer>) => unknown;
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Invalid UTF-8 becomes replacement characters, as in every reader of a response. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const json = (...values: unknown[]): Uint8Array[] =>
  values.map((value) => bytesOf(JSON.stringify(value)));

/** Returns the JSON of the input, or its text where it is none: both reach readers of values. */
export function valueOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
