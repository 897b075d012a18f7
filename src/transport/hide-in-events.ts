/**
 * Masks the keys of a transport in the events of a stream: within each event, and across the strings of several events
 * if a server repeats a key in pieces, as a model streams its words.
 *
 * An event waits for the next one only while its text ends with the first characters of a key, so answers are not
 * delayed.
 */
import { KEY_MASK } from '../internal/mask-keys.js';
import type { KeyMask } from './key-mask.js';
import type { SseEvent } from './read-sse.js';

type EventBatches = AsyncGenerator<SseEvent[], void, undefined>;

/** This many first characters of a key are not held back: many words end with one of them. */
const MIN_HELD_CHARS = 4;
/** Limits how many strings of a hostile event are followed. */
const MAX_BEGINNINGS = 32;
/** At most this many events without text, such as pings, are allowed between two pieces of a key. */
const MAX_SILENT_EVENTS = 64;

interface Piece {
  item: Item;
  start: number;
  end: number;
}

/** An event as it arrived, and what is to be cut out of it. */
interface Item {
  event: SseEvent;
  cuts: Array<{ start: number; end: number; mask: string }>;
}

interface Found {
  key: string;
  start: number;
  end: number;
}

/** The first characters of a key, found in the strings of the latest events. */
interface Beginning {
  key: string;
  chars: number;
  /** The property whose text ends with it. */
  property: string | undefined;
  /** Number of events since then that have no text. */
  silentEvents: number;
  pieces: readonly Piece[];
}

export async function* hideInEvents(batches: EventBatches, mask: KeyMask): EventBatches {
  // As they appear in JSON strings.
  const keys = mask.keys.map((key) => JSON.stringify(key).slice(1, -1));
  if (keys.length === 0) {
    yield* batches;
    return;
  }
  const held: Item[] = [];
  let beginnings: readonly Beginning[] = [];
  let harmlessName = 'message';

  function hidden(event: SseEvent): SseEvent {
    const isHarmless =
      !mask.mayHold(event.data) &&
      (event.id === '' || !mask.mayHold(event.id)) &&
      (event.event === harmlessName || !mask.mayHold(event.event));
    if (isHarmless) {
      harmlessName = event.event;
      return event;
    }
    return {
      event: mask.hide(event.event),
      data: mask.hide(event.data),
      id: mask.hide(event.id),
    };
  }
  const shown = (item: Item): SseEvent => hidden(withoutCuts(item));

  /** Adds the events that no longer need to wait. */
  function take(event: SseEvent, ready: SseEvent[]): void {
    const fresh = begun(keys, event.data);
    if (fresh.length === 0 && beginnings.length === 0) {
      ready.push(hidden(event));
      return;
    }
    const item: Item = { event, cuts: [] };
    const all = [
      ...continued(beginnings, item),
      ...fresh.map(({ key, start, end }) => ({
        key,
        chars: end - start,
        property: propertyOf(event.data, start),
        silentEvents: 0,
        pieces: [{ item, start, end }],
      })),
    ];
    beginnings = all.slice(0, MAX_BEGINNINGS);
    held.push(item);
    const awaited = beginnings
      .filter(({ chars }) => chars >= MIN_HELD_CHARS)
      .flatMap(({ pieces }) => pieces.map((piece) => held.indexOf(piece.item)))
      .filter((index) => index >= 0);
    ready.push(...held.splice(0, Math.min(held.length, ...awaited)).map(shown));
  }

  try {
    for await (const events of batches) {
      const ready: SseEvent[] = [];
      for (const event of events) take(event, ready);
      if (ready.length > 0) yield ready;
    }
  } catch (error) {
    // Events that arrived before the stream broke are kept.
    yield held.map(shown);
    throw error;
  }
  yield held.map(shown);
}

function withoutCuts({ event, cuts }: Item): SseEvent {
  if (cuts.length === 0) return event;
  let { data } = event;
  for (const { start, end, mask } of cuts.toSorted((a, b) => b.start - a.start)) {
    data = data.slice(0, start) + mask + data.slice(end);
  }
  return { ...event, data };
}

/**
 * Returns what an event adds to the beginnings before it. A beginning that becomes a whole key is cut out of all its
 * events; one that the event has no text for waits for the next.
 */
function continued(beginnings: readonly Beginning[], item: Item): readonly Beginning[] {
  const { data } = item.event;
  const longer: Beginning[] = [];
  for (const beginning of beginnings) {
    const { key, chars, property, silentEvents, pieces } = beginning;
    const isSilent = property !== undefined && !hasText(data, property);
    if (isSilent && silentEvents < MAX_SILENT_EVENTS) {
      longer.push({ ...beginning, silentEvents: silentEvents + 1 });
    }
    const opening = `"${key[chars]}`;
    for (let at = data.indexOf(opening); at >= 0; at = data.indexOf(opening, at + 1)) {
      const start = at + 1;
      const end = start + sameChars(data, start, key, chars);
      const all = [...pieces, { item, start, end }];
      const allChars = chars + end - start;
      if (!opensValue(data, at)) continue;
      if (allChars === key.length) cutOut(all);
      else if (data[end] === '"')
        longer.push({ ...beginning, chars: allChars, silentEvents: 0, pieces: all });
    }
  }
  return longer;
}

/**
 * Cuts a key out of its events. The mask goes where the key ends: the event with its first characters may already have
 * been passed on.
 */
function cutOut(pieces: readonly Piece[]): void {
  for (const [index, { item, start, end }] of pieces.entries()) {
    if (item.cuts.some((cut) => cut.start === start)) continue;
    item.cuts.push({ start, end, mask: index === pieces.length - 1 ? KEY_MASK : '' });
  }
}

/** Returns the values that end with the first characters of a key. */
function begun(keys: readonly string[], data: string): readonly Found[] {
  const found: Found[] = [];
  for (const key of keys) {
    const first = key[0] ?? '';
    for (let start = data.indexOf(first); start >= 0; start = data.indexOf(first, start + 1)) {
      const end = start + sameChars(data, start, key, 0);
      const isPart = end - start < key.length && data[end] === '"';
      if (isPart && closesValue(data, end)) found.push({ key, start, end });
    }
  }
  return found;
}

/** Returns the name of the property whose value ends with the text from an offset on. */
function propertyOf(data: string, at: number): string | undefined {
  let quote = data.lastIndexOf('"', at - 1);
  while (data[quote - 1] === '\\') quote = data.lastIndexOf('"', quote - 1);
  return /"([\w-]{1,40})"\s*:\s*$/.exec(data.slice(Math.max(0, quote - 60), quote))?.[1];
}

function hasText(data: string, property: string): boolean {
  return new RegExp(`"${property}"\\s*:\\s*"[^"]`).test(data);
}

function opensValue(json: string, quote: number): boolean {
  let before = quote - 1;
  while (json[before] === ' ') before -= 1;
  return ':,['.includes(json[before] ?? '{');
}

function closesValue(json: string, quote: number): boolean {
  let after = quote + 1;
  while (json[after] === ' ') after += 1;
  return '},]'.includes(json[after] ?? '{');
}

function sameChars(text: string, at: number, key: string, from: number): number {
  let count = 0;
  while (from + count < key.length && text[at + count] === key[from + count]) count += 1;
  return count;
}
