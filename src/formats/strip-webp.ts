import { joinBytes } from './join-bytes.js';
import { letters, uint32le } from './numbers.js';

const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
const FRAME_HEAD_BYTES = 16;
const FLAG_ANIMATION = 0x02;
/**
 * Colour profile, alpha, animation. The other flags announce metadata or are reserved, as are the three bytes
 * after them.
 */
const KEPT_FLAGS = 0x20 | 0x10 | FLAG_ANIMATION;

/** Lengths of the chunks that decoders need; `undefined` for a variable length. */
const KEPT = new Map<string, number | undefined>([
  ['VP8X', 10],
  ['ICCP', undefined],
  ['ANIM', 6],
  ['ALPH', undefined],
  ['VP8 ', undefined],
  ['VP8L', undefined],
]);
/** An image, or a frame of it, has one of these. */
const PIXELS = new Set(['VP8 ', 'VP8L']);

export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = Math.min(bytes.length, uint32le(bytes, 4) + HEAD_BYTES);
  const flags =
    letters(bytes, RIFF_BYTES, 4) === 'VP8X' ? (bytes[RIFF_BYTES + HEAD_BYTES] ?? 0) : 0;
  const kept = keptChunks(bytes.subarray(RIFF_BYTES, end), (flags & FLAG_ANIMATION) !== 0);
  const stripped = joinBytes([bytes.subarray(0, RIFF_BYTES), ...kept]);
  new DataView(stripped.buffer).setUint32(4, stripped.length - HEAD_BYTES, true);
  if (letters(stripped, RIFF_BYTES, 4) === 'VP8X') {
    const flagsAt = RIFF_BYTES + HEAD_BYTES;
    stripped.set([(stripped[flagsAt] ?? 0) & KEPT_FLAGS, 0, 0, 0], flagsAt);
  }
  return stripped;
}

function keptChunks(chunks: Uint8Array, hasFrames: boolean): Uint8Array[] {
  const kept: Uint8Array[] = [];
  const seen = new Set<string>();
  let at = 0;
  while (at + HEAD_BYTES <= chunks.length) {
    const type = letters(chunks, at, 4);
    const dataBytes = uint32le(chunks, at + 4);
    const data = chunks.subarray(at + HEAD_BYTES, at + HEAD_BYTES + dataBytes);
    at += HEAD_BYTES + dataBytes + (dataBytes % 2);
    const kind = PIXELS.has(type) ? 'pixels' : type;
    if (type === 'ANMF' && hasFrames) {
      kept.push(strippedFrame(data));
    } else if (KEPT.has(type) && !seen.has(kind)) {
      kept.push(makeChunk(type, data.subarray(0, KEPT.get(type)), dataBytes));
    }
    seen.add(kind);
  }
  return kept;
}

/** A truncated file keeps its claim about the missing bytes. */
function makeChunk(type: string, data: Uint8Array, claimedBytes = data.length): Uint8Array {
  const dataBytes = Math.min(claimedBytes, KEPT.get(type) ?? claimedBytes);
  const isWhole = data.length === dataBytes;
  const chunk = new Uint8Array(HEAD_BYTES + data.length + (isWhole ? data.length % 2 : 0));
  chunk.set(new TextEncoder().encode(type));
  new DataView(chunk.buffer).setUint32(4, dataBytes, true);
  chunk.set(data, HEAD_BYTES);
  return chunk;
}

/** A frame contains chunks, and other chunks may be placed among them. */
function strippedFrame(data: Uint8Array): Uint8Array {
  const inner = keptChunks(data.subarray(FRAME_HEAD_BYTES), false);
  return makeChunk('ANMF', joinBytes([data.subarray(0, FRAME_HEAD_BYTES), ...inner]));
}
