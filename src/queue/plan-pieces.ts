import type { Size } from '../formats/types.js';

/** A part of an image, px of the upright image. */
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

/** More of them cost more than they tell. */
const MOST_PIECES = 12;
/** Lines of words that are cut in one piece are whole in the next. */
const OVERLAP_SHARE = 0.06;
const LEAST_OVERLAP_PX = 48;
/** Words of common size are read easily where so much of it is kept: more pieces would only cost more. */
const LEGIBLE = 0.62;
/** A piece that keeps nearly as much of its size as it could is as good, if fewer do. */
const GOOD_ENOUGH = 0.85;
/** Cutting is worth it where pieces come out so much larger. */
const WORTH_IT = 1.3;
/** An image of so much longer a side is cut across that side only, so that no line of words is cut in two. */
const LONG = 2;

/** The length of a piece where so many of them, each over the edge of the next, make up a side. */
function pieceLength(side: number, count: number, overlap: number): number {
  return Math.min(side, Math.ceil((side + (count - 1) * overlap) / count));
}

/** Where the pieces of a side begin: the first at its start, the last so that it ends with it. */
function starts(side: number, count: number, length: number): number[] {
  if (count === 1) return [0];
  return Array.from({ length: count }, (_, at) => Math.round((at * (side - length)) / (count - 1)));
}

/**
 * Plans as few pieces of an image as keep its words legible, or as nearly as they can; none where that gains nothing.
 *
 * @param fit the size that an image of some size is sent in
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
