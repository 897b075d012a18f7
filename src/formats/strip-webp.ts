import { joinBytes } from './join-bytes.js';
import { letters, uint32le } from './numbers.js';

const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
const FRAME_HEAD_BYTES = 16;
const FLAGS_OF_METADATA = 0x08 | 0x04;

const KEPT = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L']);

export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = Math.min(bytes.length, uint32le(bytes, 4) + HEAD_BYTES);
  const kept = keptChunks(bytes.subarray(RIFF_BYTES, end));
  const stripped = joinBytes([bytes.subarray(0, RIFF_BYTES), ...kept]);
  new DataView(stripped.buffer).setUint32(4, stripped.length - HEAD_BYTES, true);
  if (letters(stripped, RIFF_BYTES, 4) === 'VP8X') {
    const flagsAt = RIFF_BYTES + HEAD_BYTES;
    stripped[flagsAt] = (stripped[flagsAt] ?? 0) & ~FLAGS_OF_METADATA;
  }
  return stripped;
}

function keptChunks(chunks: Uint8Array): Uint8Array[] {
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + HEAD_BYTES <= chunks.length) {
    const type = letters(chunks, at, 4);
    const dataBytes = uint32le(chunks, at + 4);
    const end = at + HEAD_BYTES + dataBytes + (dataBytes % 2);
    const chunk = chunks.subarray(at, end);
    if (type === 'ANMF') kept.push(strippedFrame(chunk));
    else if (KEPT.has(type)) kept.push(chunk);
    at = end;
  }
  return kept;
}

/** A frame holds chunks of its own, and any may be put among them. */
function strippedFrame(frame: Uint8Array): Uint8Array {
  const headBytes = HEAD_BYTES + FRAME_HEAD_BYTES;
  if (frame.length < headBytes) return frame;
  const dataBytes = uint32le(frame, 4);
  const inner = keptChunks(frame.subarray(headBytes, HEAD_BYTES + dataBytes));
  const stripped = joinBytes([frame.subarray(0, headBytes), ...inner]);
  new DataView(stripped.buffer).setUint32(4, stripped.length - HEAD_BYTES, true);
  return stripped;
}
