/** One image with a grid of frames, each with its time below: the price of one image for all of them. */
import type { Size } from '../formats/types.js';
import { formatTime } from './format-time.js';
import { frameCanvas, writeCanvas } from './frame-canvas.js';
import type { FrameReader } from './types.js';

export interface SheetPlan extends Size {
  columns: number;
  rows: number;
  /** Size of each frame, px. */
  cell: Size;
  /** Height of the line below each frame, px. */
  linePx: number;
}

const GAP_PX = 4;
const LEAST_LINE_PX = 14;
const LINE_SHARE = 0.075;
/** Frames smaller than this show nothing. */
const LEAST_CELL_PX = 64;
const MAX_SIDE_PX = 4096;
const JPEG_QUALITY = 0.95;

/**
 * Plans the sheet with the largest frames that a model sees undiminished.
 *
 * @param frame upright size of the video, px
 * @param fit returns the size that an image of a given size is sent in
 */
export function planSheet(frame: Size, count: number, fit: (sheet: Size) => Size): SheetPlan {
  let best: SheetPlan | undefined;
  for (let columns = 1; columns <= count; columns += 1) {
    const plan = widestCells(frame, count, columns, fit);
    if (!best || isBetter(plan, best)) best = plan;
  }
  return best ?? planAt(frame, 1, 1, frame.width);
}

/** Larger frames, then a squarer sheet. */
function isBetter(one: SheetPlan, other: SheetPlan): boolean {
  if (one.cell.width !== other.cell.width) return one.cell.width > other.cell.width;
  return Math.max(one.width, one.height) < Math.max(other.width, other.height);
}

/** Halves the range of widths until it finds the widest cells of which the model loses nothing. */
function widestCells(
  frame: Size,
  count: number,
  columns: number,
  fit: (sheet: Size) => Size,
): SheetPlan {
  const isWhole = (plan: SheetPlan): boolean =>
    Math.max(plan.width, plan.height) <= MAX_SIDE_PX && fit(plan).width >= plan.width;
  let low = Math.min(LEAST_CELL_PX, frame.width);
  let high = frame.width;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isWhole(planAt(frame, count, columns, middle))) low = middle;
    else high = middle - 1;
  }
  return planAt(frame, count, columns, low);
}

function planAt(frame: Size, count: number, columns: number, cellWidth: number): SheetPlan {
  const cell = {
    width: cellWidth,
    height: Math.max(1, Math.round((cellWidth * frame.height) / frame.width)),
  };
  const rows = Math.ceil(count / columns);
  const linePx = Math.max(
    LEAST_LINE_PX,
    Math.round(Math.max(cell.width, cell.height) * LINE_SHARE),
  );
  return {
    columns,
    rows,
    cell,
    linePx,
    width: columns * cell.width + (columns + 1) * GAP_PX,
    height: rows * (cell.height + linePx) + (rows + 1) * GAP_PX,
  };
}

/** Returns where a frame is drawn, px. */
export function cellAt({ columns, cell, linePx }: SheetPlan, index: number) {
  return {
    x: GAP_PX + (index % columns) * (cell.width + GAP_PX),
    y: GAP_PX + Math.floor(index / columns) * (cell.height + linePx + GAP_PX),
  };
}

/**
 * Draws the frames at these times, one after the other, and returns the sheet.
 *
 * @throws VideoError
 * @throws KitError `aborted`, `canvas-failed`
 */
export async function writeSheet(
  reader: FrameReader,
  timesS: readonly number[],
  plan: SheetPlan,
  signal?: AbortSignal,
): Promise<Blob> {
  const drawn = frameCanvas(plan.width, plan.height);
  const { context } = drawn;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, plan.width, plan.height);
  context.font = `600 ${Math.round(plan.linePx * 0.8)}px ui-sans-serif, system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.imageSmoothingQuality = 'high';
  for (const [index, wanted] of timesS.entries()) {
    const { x, y } = cellAt(plan, index);
    const { width, height } = plan.cell;
    await reader.withFrame(
      wanted,
      ({ image, timeS }) => {
        context.drawImage(image, x, y, width, height);
        context.fillStyle = '#111';
        context.fillText(formatTime(timeS), x + width / 2, y + height + plan.linePx / 2, width);
      },
      signal,
    );
  }
  return writeCanvas(drawn, 'image/jpeg', JPEG_QUALITY);
}
