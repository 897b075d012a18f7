/**
 * Follows the compressed data of a JPEG without decoding pixels, to find where each scan ends. Decoders stop
 * there and skip everything up to the next marker, so any text could be hidden after it.
 *
 * Follows the procedures of ITU-T T.81: F.2.2 (sequential), G.1.2 and G.2 (progressive), E.2.4 (restarts).
 */
import { uint16be } from './numbers.js';

const ZIGZAG_LENGTH = 64;
/** Most codes are at most this long. */
const SHORT_BITS = 8;
/** No code is longer than this. */
const MAX_CODE_BITS = 16;

/** Sampling factors of the standard. */
const FACTORS = { 1: 1, 2: 2, 3: 3, 4: 4 };
/** The state of a progressive image takes one byte per sample. */
const MAX_PROGRESSIVE_SAMPLES = 2 ** 27;

interface Component {
  id: number;
  horizontal: number;
  vertical: number;
  /** Blocks of the component itself, if it has a separate scan. */
  columns: number;
  rows: number;
  /** Blocks of whole units, as stored in interleaved scans. */
  storedColumns: number;
  /** One byte per non-zero coefficient, for refinement scans. */
  known: Uint8Array;
}

interface HuffmanTable {
  /** For the next eight bits, the length of the code in them and its symbol; zero for a longer code. */
  short: Uint16Array;
  /** For each number of bits, the smallest code that is longer, and the offset to the position of its symbol. */
  limits: Int32Array;
  offsets: Int32Array;
  symbols: Uint8Array;
}

/** Thrown within this file if data cannot be followed, or ends early. */
const BROKEN = Symbol('broken');
const STARVED = Symbol('starved');

export interface JpegScanWalker {
  /** Reads a table or a frame header: the segment without marker and length. */
  readTables(code: number, body: Uint8Array): void;
  /**
   * Returns the parts of a scan that a decoder reads, or `undefined` if it cannot be followed.
   *
   * @param header the scan's own header, without marker and length
   * @param data everything up to the next marker that is not a restart
   */
  walkScan(header: Uint8Array, data: Uint8Array): Uint8Array[] | undefined;
}

export function createJpegScanWalker(): JpegScanWalker {
  const tables = new Map<number, HuffmanTable>();
  let components: Component[] = [];
  let units = { columns: 0, rows: 0 };
  let isProgressive = false;
  let isFollowed = false;
  let restartInterval = 0;

  function readFrame(code: number, body: Uint8Array): void {
    isProgressive = code === 0xc2;
    const [height, width] = [uint16be(body, 1), uint16be(body, 3)];
    const parts = Array.from({ length: body[5] ?? 0 }, (_, index) => {
      const [id = 0, factors = 0] = body.subarray(6 + index * 3);
      return { id, horizontal: factors >> 4, vertical: factors & 15 };
    });
    const samples = parts.reduce((sum, part) => sum + part.horizontal * part.vertical, 0);
    isFollowed =
      code <= 0xc2 &&
      parts.length > 0 &&
      parts.every(({ horizontal, vertical }) => horizontal in FACTORS && vertical in FACTORS) &&
      (!isProgressive || width * height * samples <= MAX_PROGRESSIVE_SAMPLES);
    components = [];
    if (!isFollowed) return;
    const most = {
      horizontal: Math.max(...parts.map(({ horizontal }) => horizontal)),
      vertical: Math.max(...parts.map(({ vertical }) => vertical)),
    };
    units = {
      columns: Math.ceil(width / (8 * most.horizontal)),
      rows: Math.ceil(height / (8 * most.vertical)),
    };
    components = parts.map((part) => {
      const storedColumns = units.columns * part.horizontal;
      const storedBlocks = storedColumns * units.rows * part.vertical;
      return {
        ...part,
        columns: Math.ceil(Math.ceil((width * part.horizontal) / most.horizontal) / 8),
        rows: Math.ceil(Math.ceil((height * part.vertical) / most.vertical) / 8),
        storedColumns,
        known: new Uint8Array(isProgressive ? storedBlocks * ZIGZAG_LENGTH : 0),
      };
    });
  }

  function readHuffmanTables(body: Uint8Array): void {
    for (let at = 0; at + 17 <= body.length;) {
      const counts = body.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      tables.set(body[at] ?? 0, toTable(counts, body.subarray(at + 17, at + 17 + total)));
      at += 17 + total;
    }
  }

  function walkScan(header: Uint8Array, data: Uint8Array): Uint8Array[] | undefined {
    const count = header[0] ?? 0;
    const [start = 0, end = 0, steps = 0] = header.subarray(1 + count * 2);
    const scanned = Array.from({ length: count }, (_, index) => {
      const [id, choice = 0] = header.subarray(1 + index * 2);
      return { component: components.find((one) => one.id === id), choice };
    });
    const found = scanned.flatMap(({ component, choice }) =>
      component
        ? { component, dc: tables.get(choice >> 4), ac: tables.get(0x10 | (choice & 15)) }
        : [],
    );
    if (!isFollowed || count === 0 || found.length !== count || end >= ZIGZAG_LENGTH)
      return undefined;
    const walk = isProgressive
      ? progressiveBlock({ start, end, isRefinement: steps >> 4 !== 0 })
      : sequentialBlock;
    const [only] = found;
    const isAlone = count === 1 && only;
    const total = isAlone
      ? only.component.columns * only.component.rows
      : units.columns * units.rows;

    const pieces: Uint8Array[] = [];
    const bits = createBitReader(data);
    let eobRun = { blocks: 0 };
    let from = 0;
    try {
      for (let unit = 0; unit < total; unit += 1) {
        if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) {
          pieces.push(data.subarray(from, bits.endByte()));
          from = data.length;
          from = bits.skipToRestart();
          eobRun = { blocks: 0 };
        }
        if (isAlone) {
          const { columns, storedColumns } = only.component;
          walk(bits, only, Math.floor(unit / columns) * storedColumns + (unit % columns), eobRun);
          continue;
        }
        const [row, column] = [Math.floor(unit / units.columns), unit % units.columns];
        for (const part of found) {
          const { horizontal, vertical, storedColumns } = part.component;
          for (let block = 0; block < horizontal * vertical; block += 1) {
            const y = row * vertical + Math.floor(block / horizontal);
            walk(
              bits,
              part,
              y * storedColumns + column * horizontal + (block % horizontal),
              eobRun,
            );
          }
        }
      }
    } catch (signal) {
      if (signal !== BROKEN && signal !== STARVED) throw signal;
      // A truncated file ends here. Decoders differ in how they read anything else.
      if (signal === BROKEN || bits.endByte() < data.length) return undefined;
    }
    pieces.push(data.subarray(from, bits.endByte()));
    return pieces;
  }

  return {
    readTables(code, body) {
      if (code === 0xc4) readHuffmanTables(body);
      else if (code === 0xdd) restartInterval = uint16be(body, 0);
      else if (code >= 0xc0 && code <= 0xcf && code !== 0xcc) readFrame(code, body);
    },
    walkScan,
  };
}

function toTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
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

interface BitReader {
  bit(): number;
  bits(count: number): number;
  symbol(table: HuffmanTable | undefined): number;
  /** Returns the end of the byte that was read last, including the zero that keeps it from being a marker. */
  endByte(): number;
  /** Continues after the next restart marker, and returns where that marker starts. */
  skipToRestart(): number;
}

function createBitReader(data: Uint8Array): BitReader {
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

interface Part {
  component: Component;
  dc: HuffmanTable | undefined;
  ac: HuffmanTable | undefined;
}

type WalkBlock = (bits: BitReader, part: Part, block: number, eobRun: { blocks: number }) => void;

const sequentialBlock: WalkBlock = (bits, { dc, ac }) => {
  bits.bits(bits.symbol(dc));
  for (let place = 1; place < ZIGZAG_LENGTH; place += 1) {
    const symbol = bits.symbol(ac);
    const [run, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && run !== 15) return;
    place += run;
    bits.bits(size);
  }
};

interface Pass {
  start: number;
  end: number;
  /** Whether this scan adds one bit to coefficients of earlier scans. */
  isRefinement: boolean;
}

function progressiveBlock({ start, end, isRefinement }: Pass): WalkBlock {
  if (start === 0) {
    return (bits, { dc }) => void (isRefinement ? bits.bit() : bits.bits(bits.symbol(dc)));
  }
  return (bits, { component, ac }, block, eobRun) => {
    const known = component.known.subarray(block * ZIGZAG_LENGTH, (block + 1) * ZIGZAG_LENGTH);
    const refine = (place: number): void => {
      if (known[place]) bits.bit();
    };
    let place = start;
    while (eobRun.blocks === 0 && place <= end) {
      const symbol = bits.symbol(ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && run < 15) {
        eobRun.blocks = 2 ** run + bits.bits(run);
        break;
      }
      if (!isRefinement) {
        place += run;
        if (size > 0) known[place] = 1;
        bits.bits(size);
        place += 1;
        continue;
      }
      // The sign of a new coefficient precedes the refinement bits of the coefficients before it.
      if (size > 0) bits.bit();
      for (let zeros = run; place <= end; place += 1) {
        if (known[place]) {
          refine(place);
        } else {
          if (zeros === 0) break;
          zeros -= 1;
        }
      }
      if (size > 0) known[place] = 1;
      place += 1;
    }
    if (eobRun.blocks > 0) {
      if (isRefinement) for (; place <= end; place += 1) refine(place);
      eobRun.blocks -= 1;
    }
  };
}
