/** Neighbours of a list that are rendered as one. */
export interface Group<Item> {
  key: number;
  items: readonly Item[];
}

/**
 * Groups a list that changes, `size` items to a group. An item stays in its group, and a group whose items are the same
 * objects stays the same object.
 */
export function createGrouper<Item extends { key: string | number }>(
  size: number,
): (items: readonly Item[]) => readonly Group<Item>[] {
  let groups = new Map<number, Group<Item>>();
  let groupKeys = new Map<string | number, number>();
  let nextKey = 0;

  return (items) => {
    const before = { groups, groupKeys };
    groups = new Map();
    groupKeys = new Map();
    const drafts = new Map<number, Item[]>();
    let current: { key: number; items: Item[] } | undefined;

    for (const item of items) {
      const known = before.groupKeys.get(item.key);
      const fits =
        known === undefined ? current && current.items.length < size : known === current?.key;
      if (!current || !fits) {
        const isFree = known !== undefined && !drafts.has(known);
        current = { key: isFree ? known : nextKey++, items: [] };
        drafts.set(current.key, current.items);
      }
      groupKeys.set(item.key, current.key);
      current.items.push(item);
    }
    for (const [key, draft] of drafts) {
      const same = before.groups.get(key);
      const isSame =
        same?.items.length === draft.length &&
        same.items.every((item, index) => item === draft[index]);
      groups.set(key, isSame ? same : { key, items: draft });
    }
    return [...groups.values()];
  };
}
