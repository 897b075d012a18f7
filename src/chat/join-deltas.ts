import type { ChatEvent } from '../wire/types.js';

/** A frame of a fast stream holds many small pieces of text; joined, they cost one copy of the state. */
export function joinDeltas(events: readonly ChatEvent[]): ChatEvent[] {
  const joined: ChatEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event.type === 'text-delta' && last?.type === 'text-delta') {
      joined[joined.length - 1] = { type: 'text-delta', text: last.text + event.text };
    } else {
      joined.push(event);
    }
  }
  return joined;
}
