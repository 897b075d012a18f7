import type { ChatEntry } from '../../../chat/types.js';
import { createGrouper, type Group } from './create-grouper.js';
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
export type RowGroup = Group<Row>;

/** Groups that are laid out only near the viewport, so that ten thousand messages scroll like a hundred. */
export type RowSection = Group<RowGroup>;

/** This many messages at the end are complete from the start; earlier ones when they come near the viewport. */
const NEAR_THE_END = 30;
const ROWS_PER_GROUP = 10;
const GROUPS_PER_SECTION = 20;

/** Groups a conversation that changes: what is the same stays where it is, as the same object. */
export function createRowGrouper(): (entries: readonly ChatEntry[]) => readonly RowSection[] {
  let rows = new Map<string, Row>();
  const groupsOf = createGrouper<Row>(ROWS_PER_GROUP);
  const sectionsOf = createGrouper<RowGroup>(GROUPS_PER_SECTION);

  return (entries) => {
    const before = rows;
    rows = new Map();
    const shown: Row[] = [];
    let question: ChatEntry | undefined;
    for (const [index, entry] of entries.entries()) {
      const { id, role } = entry.message;
      if (role === 'user' && imagesOf(entry).length > 0) question = entry;
      if (role === 'system') continue;
      const key = role === 'user' ? id : `${entries[index - 1]?.message.id}-answer`;
      const known = before.get(key);
      const asked = role === 'user' ? undefined : question;
      const isSame = known?.entry === entry && known.question === asked;
      const row = isSame
        ? known
        : {
            key,
            entry,
            question: asked,
            isFar: known?.isFar ?? index < entries.length - NEAR_THE_END,
            heightRem: known?.heightRem ?? estimateHeightRem(entry),
          };
      rows.set(key, row);
      shown.push(row);
    }
    return sectionsOf(groupsOf(shown));
  };
}
