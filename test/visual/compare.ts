/** An image as rows of red, green and blue bytes. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Difference {
  pixels: number;
  /** The smallest box around all of them. */
  box: Box;
  /** One byte per pixel: 1 where the images differ. */
  mask: Uint8Array;
}

/** Of 255. The edges of letters and curves vary by more between machines, but then lie between their neighbours. */
const LARGEST_STEP = 10;

/** A caret or an icon has more, a speck has fewer. */
const LARGEST_SPECK_PIXELS = 12;

/**
 * Whether the colour at a point lies outside what the other image has there and one pixel around it. Whatever moved by less
 * than a pixel, or has softer edges, is inside.
 */
function isOutside({ data }: Pixels, other: Pixels, x: number, y: number): boolean {
  const { width, height } = other;
  for (let channel = 0; channel < 3; channel += 1) {
    const value = data[(y * width + x) * 3 + channel] as number;
    let least = 255;
    let most = 0;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const near = other.data[(row * width + column) * 3 + channel] as number;
        if (near < least) least = near;
        if (near > most) most = near;
      }
    }
    if (value < least - LARGEST_STEP || value > most + LARGEST_STEP) return true;
  }
  return false;
}

const isSame = (a: Uint8Array, b: Uint8Array, at: number): boolean =>
  a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2];

/** Compares two images of one size. Returns `undefined` if they are alike. */
export function compare(a: Pixels, b: Pixels): Difference | undefined {
  const { width, height } = a;
  const mask = new Uint8Array(width * height);
  let pixels = 0;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (isSame(a.data, b.data, at * 3)) continue;
      if (!isOutside(a, b, x, y) && !isOutside(b, a, x, y)) continue;
      mask[at] = 1;
      pixels += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (pixels <= LARGEST_SPECK_PIXELS) return undefined;
  return {
    pixels,
    mask,
    box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
  };
}
