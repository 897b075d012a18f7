import type { ConversationSummary } from '../../../storage/types.js';

export interface DayGroup {
  /** Local midnight of the day. */
  dayMs: number;
  /** Days before today. */
  daysAgo: number;
  items: readonly ConversationSummary[];
}

const DAY_MS = 86_400_000;

/** Groups conversations, which are sorted, by the local day on which they were last saved. */
export function groupByDay(
  conversations: readonly ConversationSummary[],
  nowMs: number,
): readonly DayGroup[] {
  const groups: Array<DayGroup & { items: ConversationSummary[] }> = [];
  const today = midnightOf(nowMs);
  for (const one of conversations) {
    const dayMs = midnightOf(one.savedAtMs);
    const last = groups.at(-1);
    if (last?.dayMs === dayMs) last.items.push(one);
    // Rounded: a day may have 23 or 25 hours.
    else groups.push({ dayMs, daysAgo: Math.round((today - dayMs) / DAY_MS), items: [one] });
  }
  return groups;
}

function midnightOf(timeMs: number): number {
  return new Date(timeMs).setHours(0, 0, 0, 0);
}
