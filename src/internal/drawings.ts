/**
 * Drawings of images that have no pixels of their own, such as the pages of a PDF. Each drawing is stored under
 * the file that was first made from it, so it is found wherever that file goes: into a queue, a message or an
 * undo.
 */

/** Draws an image in any size, so that it is never resized. */
export interface Drawing {
  /** Size of the drawing in its own unit, such as points. Only its proportions matter. */
  width: number;
  /** In the unit of `width`. */
  height: number;
  /** Draws it with exactly this size in px. If it rejects, the file is resized instead. */
  draw: (
    size: { width: number; height: number },
    options: { signal: AbortSignal },
  ) => Promise<Blob>;
}

const drawings = new WeakMap<Blob, Drawing>();

/** Makes the kit use a drawing instead of resizing the file that was made from it. */
export function addDrawing(file: Blob, drawing: Drawing): void {
  drawings.set(file, drawing);
}

export const drawingOf = (file: Blob): Drawing | undefined => drawings.get(file);
