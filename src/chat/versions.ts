/**
 * A conversation with regenerated or edited messages is a tree. It is stored as the path that is shown; where the path
 * forks, the first message of the shown branch holds the other branches, each complete.
 */
import type { ChatEntry, MessageVersions } from './types.js';

/** Returns the versions of the next message at `index`, which becomes the last of them. */
export function versionsBehind(
  entries: readonly ChatEntry[],
  index: number,
): { versions?: MessageVersions } {
  const shown = entries.slice(index);
  const before = shown[0]?.versions ?? { index: 0, others: [] };
  const others = isWorthKeeping(shown) ? allVersions(shown, before) : before.others;
  return others.length === 0 ? {} : { versions: { index: others.length, others } };
}

/** Returns the conversation with another version of a message, and what followed it, in place of the shown one. */
export function withVersion(
  entries: readonly ChatEntry[],
  messageId: string,
  versionIndex: number,
): readonly ChatEntry[] | undefined {
  const index = entries.findIndex(({ message }) => message.id === messageId);
  const versions = entries[index]?.versions;
  if (!versions || versions.index === versionIndex) return undefined;
  const shown = showing(allVersions(entries.slice(index), versions), versionIndex);
  return shown && [...entries.slice(0, index), ...shown];
}

/**
 * Returns the conversation without some messages. What follows takes their place, among the other versions of the first
 * of them; if nothing follows, the previous version is shown.
 */
export function withoutMessages(
  entries: readonly ChatEntry[],
  messageIds: ReadonlySet<string>,
): readonly ChatEntry[] {
  const isRemoved = ({ message }: ChatEntry): boolean => messageIds.has(message.id);
  const start = entries.findIndex(isRemoved);
  const first = entries[start];
  if (!first) return entries;
  const removedCount = entries.slice(start).findIndex((entry) => !isRemoved(entry));
  const rest =
    removedCount < 0 ? [] : withoutMessages(entries.slice(start + removedCount), messageIds);
  return [...entries.slice(0, start), ...inPlaceOf(first, rest)];
}

function inPlaceOf({ versions }: ChatEntry, rest: readonly ChatEntry[]): readonly ChatEntry[] {
  const [next, ...later] = rest;
  if (!versions) return rest;
  const { index, others } = versions;
  if (!next) return showing(others, Math.max(0, index - 1)) ?? [];
  const own = next.versions ?? { index: 0, others: [] };
  return [
    {
      ...next,
      versions: {
        index: index + own.index,
        others: [...others.slice(0, index), ...own.others, ...others.slice(index)],
      },
    },
    ...later,
  ];
}

/** Returns every message of every version. */
export function allEntries(entries: readonly ChatEntry[]): readonly ChatEntry[] {
  return entries.flatMap((entry) => [
    entry,
    ...(entry.versions?.others ?? []).flatMap((other) => allEntries(other)),
  ]);
}

/** Maps every message of every version. Unchanged ones stay the same objects. */
export function mapEntries(
  entries: readonly ChatEntry[],
  change: (entry: ChatEntry) => ChatEntry,
): readonly ChatEntry[] {
  return sameList(
    entries,
    entries.map((entry) => {
      const changed = change(entry);
      const { versions } = changed;
      if (!versions) return changed;
      const others = sameList(
        versions.others,
        versions.others.map((other) => mapEntries(other, change)),
      );
      return others === versions.others
        ? changed
        : { ...changed, versions: { ...versions, others } };
    }),
  );
}

function sameList<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return after.every((item, index) => item === before[index]) ? before : after;
}

function allVersions(
  shown: readonly ChatEntry[],
  { index, others }: MessageVersions,
): readonly (readonly ChatEntry[])[] {
  const [first, ...later] = shown;
  return first ? others.toSpliced(index, 0, [withoutVersions(first), ...later]) : others;
}

function showing(
  all: readonly (readonly ChatEntry[])[],
  index: number,
): readonly ChatEntry[] | undefined {
  const [first, ...later] = all[index] ?? [];
  const others = all.toSpliced(index, 1);
  return (
    first && [others.length === 0 ? first : { ...first, versions: { index, others } }, ...later]
  );
}

function withoutVersions({ versions: _versions, ...entry }: ChatEntry): ChatEntry {
  return entry;
}

/** Whether a version is worth keeping. An answer that never arrived is not. */
function isWorthKeeping([first, ...later]: readonly ChatEntry[]): boolean {
  return first !== undefined && (later.length > 0 || first.message.parts.length > 0);
}
