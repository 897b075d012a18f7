import type { ChatEvent } from '../wire/types.js';

/** Joins the many small pieces of text in one frame of a fast stream, so that they cost one copy of the state. */
export function joinDeltas(events: readonly ChatEvent[]): ChatEvent[] {
  const joined: ChatEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    const both = last && joinedEvent(last, event);
    if (both) joined[joined.length - 1] = both;
    else joined.push(event);
  }
  return joined;
}

function joinedEvent(last: ChatEvent, event: ChatEvent): ChatEvent | undefined {
  if (event.type === 'text-delta' && last.type === 'text-delta') {
    return { type: 'text-delta', text: last.text + event.text };
  }
  if (event.type === 'reasoning-delta' && last.type === 'reasoning-delta') {
    const isSame = event.isSummary === last.isSummary;
    if (!isSame) return undefined;
    const returned = { ...last.returned, ...event.returned };
    const hasReturned = Object.keys(returned).length > 0;
    return { ...last, text: last.text + event.text, ...(hasReturned && { returned }) };
  }
  if (event.type !== 'tool-update' || last.type !== 'tool-update') return undefined;
  const isPiece = Object.keys(event).every((key) => /^(?:type|id|argumentsDelta)$/.test(key));
  return isPiece && event.id === last.id && last.argumentsDelta !== undefined
    ? { ...last, argumentsDelta: last.argumentsDelta + (event.argumentsDelta ?? '') }
    : undefined;
}
