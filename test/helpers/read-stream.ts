/** Answers as the bytes that a server sent, with line ends, comments and event lines. */
import { existsSync, readFileSync } from 'node:fs';
import { readNdjson } from '../../src/transport/read-ndjson.js';
import { readSse } from '../../src/transport/read-sse.js';
import type { ChatEvent, WireFormat } from '../../src/wire/types.js';
import { collect, streamOf } from './byte-streams.js';

const folder = new URL('../fixtures/streams/', import.meta.url);

function urlOf(wire: WireFormat, name: string): URL {
  const extension = wire.framing === 'ndjson' ? 'ndjson' : 'sse';
  return new URL(`${wire.name}/${name}.${extension}`, folder);
}

export function hasStream(wire: WireFormat, name: string): boolean {
  return existsSync(urlOf(wire, name));
}

export function readStream(wire: WireFormat, name: string): Uint8Array {
  return new Uint8Array(readFileSync(urlOf(wire, name)));
}

/** The one document of an answer that was not streamed. */
export function readDocument(wire: WireFormat): string {
  return readFileSync(new URL(`${wire.name}/document.body`, folder), 'utf8');
}

/** What a wire format makes of bytes that come in these pieces. */
export function chatEvents(wire: WireFormat, chunks: Iterable<Uint8Array>): Promise<ChatEvent[]> {
  const read = wire.framing === 'ndjson' ? readNdjson : readSse;
  return collect(wire.readEvents(read(streamOf(chunks))));
}

export function textOfEvents(events: readonly ChatEvent[]): string {
  return events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
}
