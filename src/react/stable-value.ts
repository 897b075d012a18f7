/** Hands the same object out for as long as those it is given say the same, so that what is made of it is made once. */
export function createStableValue<Value>(): (next: Value) => Value {
  let held: { value: Value; key: string } | undefined;
  return (value) => {
    const key = JSON.stringify(value);
    if (!held || held.key !== key) held = { value, key };
    return held.value;
  };
}
