/** Returns the previous object while the new one is deeply equal, so memoised values stay valid. */
export function createStableValue<Value>(): (next: Value) => Value {
  let held: { value: Value; key: string } | undefined;
  return (value) => {
    const key = JSON.stringify(value);
    if (!held || held.key !== key) held = { value, key };
    return held.value;
  };
}
