/** Reads the Huffman codes of compressed JPEG data (ITU-T T.81, F.2.2). */

/** Most codes are at most this long. */
const SHORT_BITS = 8;
/** No code is longer than this. */
const MAX_CODE_BITS = 16;

export interface HuffmanTable {
  /** For the next eight bits, the length of the code in them and its symbol; zero for a longer code. */
  short: Uint16Array;
  /** For each number of bits, the smallest code that is longer, and the offset to the position of its symbol. */
  limits: Int32Array;
  offsets: Int32Array;
  symbols: Uint8Array;
}

/** Thrown if data cannot be followed, or ends early. */
export const BROKEN = Symbol('broken');
export const STARVED = Symbol('starved');

export function toTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const short = new Uint16Array(2 ** SHORT_BITS);
  const limits = new Int32Array(MAX_CODE_BITS + 1);
  const offsets = new Int32Array(MAX_CODE_BITS + 1);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
    const count = counts[length - 1] ?? 0;
    offsets[length] = place - code;
    for (let index = 0; index < (length <= SHORT_BITS ? count : 0); index += 1) {
      const from = (code + index) << (SHORT_BITS - length);
      const entry = (length << 8) | (symbols[place + index] ?? 0);
      short.fill(entry, from, from + 2 ** (SHORT_BITS - length));
    }
    code += count;
    place += count;
    limits[length] = code;
    code *= 2;
  }
  return { short, limits, offsets, symbols };
}

export interface BitReader {
  bit(): number;
  bits(count: number): number;
  symbol(table: HuffmanTable | undefined): number;
  /** Returns the end of the byte that was read last, including the zero that keeps it from being a marker. */
  endByte(): number;
  /** Continues after the next restart marker, and returns where that marker starts. */
  skipToRestart(): number;
}

export function createBitReader(data: Uint8Array): BitReader {
  let at = 0;
  let waiting = 0;
  let left = 0;

  /** Buffers bytes up to the next marker. */
  function fill(): void {
    while (left <= 24 && at < data.length) {
      const byte = data[at] ?? 0;
      if (byte === 0xff && data[at + 1] !== 0) return;
      waiting = (waiting << 8) | byte;
      at += byte === 0xff ? 2 : 1;
      left += 8;
    }
  }

  function take(count: number): number {
    if (left < count) fill();
    if (left < count) throw STARVED;
    left -= count;
    return (waiting >>> left) & (2 ** count - 1);
  }

  /** Returns the bytes that were buffered but not consumed. */
  function rewind(): void {
    for (; left >= 8; left -= 8) at -= data[at - 1] === 0 && data[at - 2] === 0xff ? 2 : 1;
  }

  return {
    bit: () => take(1),
    bits: take,
    symbol(table) {
      if (!table) throw BROKEN;
      if (left < SHORT_BITS) fill();
      if (left >= SHORT_BITS) {
        const entry = table.short[(waiting >>> (left - SHORT_BITS)) & 0xff] ?? 0;
        left -= entry >> 8;
        if (entry > 0) return entry & 0xff;
      }
      let code = 0;
      for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
        code = code * 2 + take(1);
        if (code < (table.limits[length] ?? 0)) {
          return table.symbols[code + (table.offsets[length] ?? 0)] ?? 0;
        }
      }
      throw BROKEN;
    },
    endByte() {
      rewind();
      return at;
    },
    skipToRestart() {
      rewind();
      left = 0;
      while (at < data.length && !isRestart(data, at)) at += 1;
      if (at >= data.length) throw STARVED;
      at += 2;
      return at - 2;
    },
  };
}

const isRestart = (data: Uint8Array, at: number): boolean =>
  data[at] === 0xff && ((data[at + 1] ?? 0) & 0xf8) === 0xd0;
