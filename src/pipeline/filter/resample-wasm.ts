import type { Size } from '../../formats/types.js';
import { uprightWriter } from '../upright-writer.js';
import { lanczosTaps, type Taps } from './lanczos-taps.js';
import { resampleModuleBase64 } from './resample-wasm-module.js';
import type { PixelLayout, Resampler, ResampleOptions } from './resampler-types.js';

/** The exports of resample.as. Addresses are bytes in `memory`. */
interface ResampleExports {
  memory: WebAssembly.Memory;
  down: Down;
  downPremultiplied: Down;
  across: Across;
  acrossPremultiplied: Across;
}

type Down = (
  source: number,
  strideBytes: number,
  width: number,
  pairs: number,
  weights: number,
  between: number,
  order: number,
) => void;

type Across = (
  between: number,
  starts: number,
  pairs: number,
  weights: number,
  width: number,
  output: number,
) => void;

/** An image being resampled: fill `into` with the requested rows, then call `run`, until there is no next strip. */
interface Pass {
  nextStrip(): { startRow: number; endRow: number; into: Uint8Array<ArrayBuffer> } | undefined;
  run(): void;
  result: Uint8ClampedArray<ArrayBuffer>;
}

/** Bytes of source rows in `memory` at a time, so that it stays small for large images. */
const STRIP_BYTES = 1 << 20;
const WASM_PAGE_BYTES = 1 << 16;
/** Instructions read and write 16 or 32 bytes, even at the end of a row. */
const SLACK_BYTES = 64;

/** Shuffles two pixels of two-byte values into pairs of red, green, blue, alpha. */
const pairOrders: Record<PixelLayout, Uint8Array> = {
  RGBA: Uint8Array.of(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15),
  BGRA: Uint8Array.of(4, 5, 12, 13, 2, 3, 10, 11, 0, 1, 8, 9, 6, 7, 14, 15),
};

/** Allocates memory from the bottom up. */
function allocator() {
  let end = 0;
  return {
    take(bytes: number): number {
      const at = end;
      end = Math.ceil((end + bytes) / 16) * 16;
      return at;
    },
    end: () => end,
  };
}

function ensureBytes(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int16Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Starts as byte offsets into the intermediate row, which has eight bytes per pixel. */
const offsetsOf = ({ starts }: Taps): Int32Array => starts.map((start) => start * 8);

function startPass(
  wasm: ResampleExports,
  from: Size,
  to: Size,
  {
    hasAlpha,
    layout = 'RGBA',
    turn = 1,
    into: result = new Uint8ClampedArray(to.width * to.height * 4),
  }: ResampleOptions,
): Pass {
  const vertical = lanczosTaps(from.height, to.height);
  const horizontal = lanczosTaps(from.width, to.width, 2);
  const strideBytes = from.width * 4;
  const tapRows = vertical.pairs * 2;
  // An even number, with a spare row for a first tap on an odd row.
  const stripRows = 2 * Math.max(vertical.pairs + 1, Math.floor(STRIP_BYTES / strideBytes / 2));

  const place = allocator();
  const order = place.take(16);
  const verticalWeights = place.take(vertical.weights.byteLength);
  const horizontalWeights = place.take(horizontal.weights.byteLength);
  const starts = place.take(to.width * 4);
  const output = place.take(to.width * 4);
  // Taps without weight may be beyond the last pixel and the last row.
  const between = place.take((from.width + horizontal.pairs * 2) * 8 + SLACK_BYTES);
  const strip = place.take((stripRows + tapRows) * strideBytes + SLACK_BYTES);
  ensureBytes(wasm.memory, place.end());

  const memory = new Uint8Array(wasm.memory.buffer);
  memory.set(pairOrders[layout], order);
  memory.set(bytesOf(vertical.weights), verticalWeights);
  memory.set(bytesOf(horizontal.weights), horizontalWeights);
  memory.set(bytesOf(offsetsOf(horizontal)), starts);

  const down = hasAlpha ? wasm.downPremultiplied : wasm.down;
  const across = hasAlpha ? wasm.acrossPremultiplied : wasm.across;
  const outputRow = memory.subarray(output, output + to.width * 4);
  const writeRow = uprightWriter(result, to, turn);
  let startRow = 0;
  let endRow = 0;
  let y = 0;

  return {
    result,
    nextStrip() {
      if (y === to.height) return undefined;
      const start = vertical.starts[y] ?? 0;
      startRow = start - (start % 2);
      endRow = Math.min(from.height, startRow + stripRows);
      const end = strip + (endRow - startRow) * strideBytes;
      return { startRow, endRow, into: memory.subarray(strip, end) };
    },
    run() {
      for (; y < to.height; y += 1) {
        const start = vertical.starts[y] ?? 0;
        if (start + tapRows > endRow && endRow < from.height) return;
        down(
          strip + (start - startRow) * strideBytes,
          strideBytes,
          from.width,
          vertical.pairs,
          verticalWeights + y * tapRows * 2,
          between,
          order,
        );
        across(between, starts, horizontal.pairs, horizontalWeights, to.width, output);
        writeRow(outputRow, y);
      }
    },
  };
}

const exportsOf = (one: WebAssembly.Instance) => one.exports as unknown as ResampleExports;

/** @throws if the page's content security policy forbids WebAssembly, or the browser has no SIMD */
export async function createWasmResampler(): Promise<Resampler> {
  const bytes = Uint8Array.from(atob(resampleModuleBase64), (letter) => letter.charCodeAt(0));
  const { module, instance } = await WebAssembly.instantiate(bytes);
  // A pass that waits for rows keeps its instance; a concurrent one gets another.
  const idle = [instance];
  const takeInstance = (): WebAssembly.Instance => idle.pop() ?? new WebAssembly.Instance(module);

  return {
    kind: 'wasm',
    resample(pixels, from, to, options) {
      const taken = takeInstance();
      try {
        const pass = startPass(exportsOf(taken), from, to, options);
        const strideBytes = from.width * 4;
        for (let strip = pass.nextStrip(); strip; strip = pass.nextStrip()) {
          const { startRow, endRow, into } = strip;
          into.set(pixels.subarray(startRow * strideBytes, endRow * strideBytes));
          pass.run();
        }
        return pass.result;
      } finally {
        idle.push(taken);
      }
    },
    async resampleRows(rows, from, to, options) {
      const taken = takeInstance();
      try {
        const pass = startPass(exportsOf(taken), from, to, options);
        for (let strip = pass.nextStrip(); strip; strip = pass.nextStrip()) {
          await rows.copyRows(strip.into, strip.startRow, strip.endRow);
          pass.run();
        }
        return pass.result;
      } finally {
        idle.push(taken);
      }
    },
  };
}
