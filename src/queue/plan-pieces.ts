import type { Size } from '../formats/types.js';

/** A part of an image, in px of the upright image. */
export interface Piece extends Size {
  x: number;
  y: number;
  /** From 1, from left to right. */
  column: number;
  /** From 1, from top to bottom. */
  row: number;
}

export interface PiecePlan {
  pieces: Piece[];
  columns: number;
  rows: number;
}

/** More pieces cost more than they reveal. */
const MOST_PIECES = 12;
/** Overlap, so that a line of text that is cut in one piece is whole in the next. */
const OVERLAP_SHARE = 0.06;
const LEAST_OVERLAP_PX = 48;
/** Text of common size is legible at this scale: more pieces would only cost more. */
const LEGIBLE = 0.62;
/** A piece with this share of its best possible scale is good enough if it saves pieces. */
const GOOD_ENOUGH = 0.85;
/** Cutting is worthwhile if pieces are this much larger. */
const WORTH_IT = 1.3;
/**
 * An image with a longer side by this factor is only cut across that side, so that no line of text is cut in
 * two.
 */
const LONG = 2;

/** Returns the length of a piece if this many overlapping pieces make up a side. */
function pieceLength(side: number, count: number, overlap: number): number {
  return Math.min(side, Math.ceil((side + (count - 1) * overlap) / count));
}

/** Returns where the pieces of a side start: the first at its start, the last so that it ends with the side. */
function starts(side: number, count: number, length: number): number[] {
  if (count === 1) return [0];
  return Array.from({ length: count }, (_, at) => Math.round((at * (side - length)) / (count - 1)));
}

/**
 * Plans as few pieces of an image as keep its text legible, or as close to that as possible; `undefined` if
 * cutting gains nothing.
 *
 * @param fit returns the size that an image of a given size is sent in
 */
export function planPieces(size: Size, fit: (size: Size) => Size): PiecePlan | undefined {
  const overlap = Math.max(
    LEAST_OVERLAP_PX,
    Math.round(Math.min(size.width, size.height) * OVERLAP_SHARE),
  );
  const scaleOf = (piece: Size): number => fit(piece).width / piece.width;
  const grids: { columns: number; rows: number; piece: Size; scale: number }[] = [];
  const mostColumns = size.height > size.width * LONG ? 1 : MOST_PIECES;
  const mostRows = size.width > size.height * LONG ? 1 : MOST_PIECES;
  for (let columns = 1; columns <= mostColumns; columns += 1) {
    for (let rows = 1; rows <= mostRows && columns * rows <= MOST_PIECES; rows += 1) {
      const piece = {
        width: pieceLength(size.width, columns, overlap),
        height: pieceLength(size.height, rows, overlap),
      };
      grids.push({ columns, rows, piece, scale: Math.min(1, scaleOf(piece)) });
    }
  }
  const best = Math.max(...grids.map(({ scale }) => scale));
  if (best < scaleOf(size) * WORTH_IT) return undefined;
  const [chosen] = grids
    .filter(({ scale }) => scale >= Math.min(LEGIBLE, best * GOOD_ENOUGH))
    .toSorted((one, other) => one.columns * one.rows - other.columns * other.rows);
  if (!chosen) return undefined;
  const { columns, rows, piece } = chosen;
  const lefts = starts(size.width, columns, piece.width);
  const pieces = starts(size.height, rows, piece.height).flatMap((y, row) =>
    lefts.map((x, column) => ({ ...piece, x, y, column: column + 1, row: row + 1 })),
  );
  return { pieces, columns, rows };
}
