import type { ChatEntry } from '../../../chat/types.js';
import { estimateHeightRem } from './estimate-height.js';
import { imagesOf } from '../../parts/messages/messages-context.js';

/** One message of the list. */
export interface Row {
  /** All versions of an answer share one, so that they are one element and the switch keeps the focus. */
  key: string;
  entry: ChatEntry;
  /** The last question with images before it. */
  question: ChatEntry | undefined;
  /** Whether it was added so far from the end that it is out of view at first. */
  isFar: boolean;
  /** Estimated height before it was rendered. */
  heightRem: number;
}

/** Rows that are compared as one, so that a frame of a stream costs the same after a thousand messages. */
export interface RowGroup {
  key: number;
  rows: readonly Row[];
}

/** This many messages at the end are complete from the start; earlier ones when they come near the viewport. */
const NEAR_THE_END = 30;
const ROWS_PER_GROUP = 10;

/** Groups a conversation that changes. A row stays in its group, and a group whose rows are the same stays the same. */
export function createRowGrouper(): (entries: readonly ChatEntry[]) => readonly RowGroup[] {
  let rows = new Map<string, Row & { group: number }>();
  let groups = new Map<number, RowGroup>();
  let nextKey = 0;

  return (entries) => {
    const before = { rows, groups };
    rows = new Map();
    groups = new Map();
    let current: { key: number; rows: Row[] } | undefined;
    const drafts: { key: number; rows: Row[] }[] = [];
    const used = new Set<number>();
    let question: ChatEntry | undefined;

    for (const [index, entry] of entries.entries()) {
      const { id, role } = entry.message;
      if (role === 'user' && imagesOf(entry).length > 0) question = entry;
      if (role === 'system') continue;
      const key = role === 'user' ? id : `${entries[index - 1]?.message.id}-answer`;
      const known = before.rows.get(key);
      if (
        !current ||
        (known ? known.group !== current.key : current.rows.length >= ROWS_PER_GROUP)
      ) {
        const isFree = known && !used.has(known.group);
        current = { key: isFree ? known.group : nextKey++, rows: [] };
        used.add(current.key);
        drafts.push(current);
      }
      const asked = role === 'user' ? undefined : question;
      const isSame =
        known?.entry === entry && known.question === asked && known.group === current.key;
      const row = isSame
        ? known
        : {
            key,
            entry,
            question: asked,
            isFar: known?.isFar ?? index < entries.length - NEAR_THE_END,
            heightRem: known?.heightRem ?? estimateHeightRem(entry),
            group: current.key,
          };
      rows.set(key, row);
      current.rows.push(row);
    }
    return drafts.map((draft) => {
      const same = before.groups.get(draft.key);
      const isSame =
        same?.rows.length === draft.rows.length &&
        same.rows.every((row, index) => row === draft.rows[index]);
      const group = isSame ? same : draft;
      groups.set(group.key, group);
      return group;
    });
  };
}
