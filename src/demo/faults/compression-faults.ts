import type { FaultTable, Frame } from './fault.js';

const GZIP = { 'content-encoding': 'gzip' };

async function wholeText(frames: AsyncIterable<Frame>): Promise<string> {
  let text = '';
  for await (const { data } of frames) text += data;
  return text;
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Faults of gateways that compress an answer, or claim to. */
export const compressionFaults: FaultTable = {
  'gzip-cut': {
    kind: 'stream',
    what: 'the answer comes compressed, and breaks in the middle',
    headers: GZIP,
    async *spoil(frames) {
      const bytes = await gzip(await wholeText(frames));
      yield bytes.slice(0, Math.floor(bytes.length / 2));
    },
  },
  'gzip-unlabelled': {
    kind: 'stream',
    what: 'the answer comes compressed, and nothing says so',
    async *spoil(frames) {
      yield await gzip(await wholeText(frames));
    },
  },
  // The network decodes an answer before a page sees it, so this fault has no effect within the page.
  'gzip-claimed': {
    kind: 'stream',
    what: 'the answer claims to be compressed, and is not',
    headers: GZIP,
    async *spoil(frames) {
      for await (const { data } of frames) yield data;
    },
  },
};
