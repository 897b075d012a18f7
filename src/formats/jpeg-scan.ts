/**
 * Follows the compressed data of a JPEG without decoding pixels, to find where each scan ends. Decoders stop
 * there and skip everything up to the next marker, so any text could be hidden after it.
 *
 * Follows the procedures of ITU-T T.81: F.2.2 (sequential), G.1.2 and G.2 (progressive), E.2.4 (restarts).
 */
import { BROKEN, createBitReader, type HuffmanTable, STARVED, toTable } from './jpeg-bits.js';
import { type Component, progressiveBlock, sequentialBlock, ZIGZAG_LENGTH } from './jpeg-blocks.js';
import { uint16be } from './numbers.js';

/** Sampling factors of the standard. */
const FACTORS = { 1: 1, 2: 2, 3: 3, 4: 4 };
/** The state of a progressive image takes one byte per sample. */
const MAX_PROGRESSIVE_SAMPLES = 2 ** 27;

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
