/**
 * Turns stored pixels upright. Output pixel (x, y) comes from a stored pixel whose place grows by one step along x and by
 * another along y:
 *
 *     turn   first pixel from   a step in x goes   a step in y goes
 *     1      top left           right              down
 *     2      top right          left               down
 *     3      bottom right       left               up
 *     4      bottom left        right              up
 *     5      top left           down               right
 *     6      bottom left        up                 right
 *     7      bottom right       up                 left
 *     8      top right          down               left
 */
import type { ImageInfo, Size } from '../formats/types.js';

interface Path {
  start: number;
  stepX: number;
  stepY: number;
}

function pathOf(turn: ImageInfo['orientation'], { width, height }: Size): Path {
  const right = width - 1;
  const bottom = (height - 1) * width;
  switch (turn) {
    case 2:
      return { start: right, stepX: -1, stepY: width };
    case 3:
      return { start: bottom + right, stepX: -1, stepY: -width };
    case 4:
      return { start: bottom, stepX: 1, stepY: -width };
    case 5:
      return { start: 0, stepX: width, stepY: 1 };
    case 6:
      return { start: bottom, stepX: -width, stepY: 1 };
    case 7:
      return { start: bottom + right, stepX: -width, stepY: -1 };
    case 8:
      return { start: right, stepX: width, stepY: -1 };
    default:
      return { start: 0, stepX: 1, stepY: width };
  }
}

/**
 * @param pixels four bytes a pixel
 * @param stored size of `pixels`
 * @param turn EXIF orientation
 */
export function turnPixels(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  stored: Size,
  turn: ImageInfo['orientation'],
): Uint8ClampedArray<ArrayBuffer> {
  if (turn === 1) return pixels;
  const [width, height] = turn >= 5 ? [stored.height, stored.width] : [stored.width, stored.height];
  const { start, stepX, stepY } = pathOf(turn, stored);
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, stored.width * stored.height);
  const turned = new Uint32Array(width * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    let place = start + y * stepY;
    for (let x = 0; x < width; x += 1) {
      turned[at] = from[place] ?? 0;
      at += 1;
      place += stepX;
    }
  }
  return new Uint8ClampedArray(turned.buffer);
}
