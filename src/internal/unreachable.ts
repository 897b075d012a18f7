/** Ends a `switch` over a union, so that a forgotten member is a type error. */
export function unreachable(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
