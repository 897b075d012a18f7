/** Ends a `switch` over a union. A member that was forgotten is a type error here. */
export function unreachable(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
