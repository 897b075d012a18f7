import type { ChatEvent, WireFormat } from '../../src/wire/types.js';
import { collect } from './byte-streams.js';

/** What a wire format makes of events that have no names, each with one of these values as its JSON. */
export function readData(wire: WireFormat, values: readonly unknown[]): Promise<ChatEvent[]> {
  return collect(wire.readEvents(eventsOf(values)));
}

async function* eventsOf(values: readonly unknown[]) {
  for (const value of values) yield { event: 'message', data: JSON.stringify(value), id: '' };
}
