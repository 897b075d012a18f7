/** Returns the previous array while its elements are identical, so that memoised values stay valid. */
export function createStableList<T>(): (list: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (list) => {
    const isSame = list.length === last.length && list.every((entry, i) => entry === last[i]);
    if (!isSame) last = list;
    return last;
  };
}
