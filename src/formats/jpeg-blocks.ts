/** Follows the blocks of a JPEG scan: one by one (ITU-T T.81, F.2.2), or in passes (G.1.2 and G.2). */
import type { BitReader, HuffmanTable } from './jpeg-bits.js';

export const ZIGZAG_LENGTH = 64;

export interface Component {
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

export interface ScannedComponent {
  component: Component;
  dc: HuffmanTable | undefined;
  ac: HuffmanTable | undefined;
}

export type WalkBlock = (
  bits: BitReader,
  part: ScannedComponent,
  block: number,
  eobRun: { blocks: number },
) => void;

export const sequentialBlock: WalkBlock = (bits, { dc, ac }) => {
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

export function progressiveBlock({ start, end, isRefinement }: Pass): WalkBlock {
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
