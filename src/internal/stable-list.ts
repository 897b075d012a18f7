/** Gives back the list of last time while it holds the same things, so that what is made from it need not be made again. */
export function createStableList<T>(): (list: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (list) => {
    const isSame = list.length === last.length && list.every((entry, i) => entry === last[i]);
    if (!isSame) last = list;
    return last;
  };
}
