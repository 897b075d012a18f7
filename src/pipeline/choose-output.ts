/**
 * Classifies an image as a photo, or as a drawing or text. Decided from the pixels, not from the name or the
 * source's file type.
 *
 * Screenshots, charts and line art consist of flat areas, where most pixels equal their neighbour exactly. In
 * photos few do, because of sensor noise. JPEG smears the sharp edges of the former, so PNG is tried for
 * them.
 */
import type { Canvas2d } from './canvas.js';

/** Share of pixels equal to their left neighbour above which an image counts as drawn. */
const FLAT_SHARE = 0.55;
const SAMPLED_ROWS = 64;
/**
 * JPEG shares one colour between four pixels, which spoils an icon, and its tables alone are larger than an
 * icon as PNG.
 */
const ICON_PX = 64 * 64;

/** Whether an image consists of flat areas, as text, charts, screenshots and icons do. */
export function isDrawn({ canvas, context }: Canvas2d): boolean {
  const { width, height } = canvas;
  if (width * height <= ICON_PX) return true;
  const step = Math.max(1, Math.floor(height / SAMPLED_ROWS));
  let pairs = 0;
  let equal = 0;
  for (let y = Math.floor(step / 2); y < height; y += step) {
    const { data } = context.getImageData(0, y, width, 1);
    const row = new Uint32Array(data.buffer);
    for (let x = 1; x < width; x += 1) if (row[x] === row[x - 1]) equal += 1;
    pairs += width - 1;
  }
  return pairs > 0 && equal / pairs >= FLAT_SHARE;
}
