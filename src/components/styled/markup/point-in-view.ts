import type { View } from '../../../markup/geometry.js';
import type { Point } from '../../../markup/types.js';

/** Returns a position on the page in pixels of the view. */
export function pointInView(
  canvas: HTMLElement | null,
  { clientX, clientY }: { clientX: number; clientY: number },
  view: View,
): Point {
  const box = canvas?.getBoundingClientRect();
  if (!box || box.width === 0) return { x: 0, y: 0 };
  return {
    x: ((clientX - box.left) / box.width) * view.width,
    y: ((clientY - box.top) / box.height) * view.height,
  };
}

/** Returns the pixels of the view in one CSS pixel. */
export function viewPxPerCssPx(canvas: HTMLElement | null, view: View): number {
  const width = canvas?.getBoundingClientRect().width ?? 0;
  return width === 0 ? 1 : view.width / width;
}
