export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
  /** RGBA at fractions of width and height. */
  at: (x: number, y: number) => [number, number, number, number];
}

/** The pixels of an image file, as this browser decodes it. */
export async function readPixels(blob: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  const at: Pixels['at'] = (x, y) => {
    const column = Math.min(width - 1, Math.floor(x * width));
    const row = Math.min(height - 1, Math.floor(y * height));
    const start = (row * width + column) * 4;
    return [data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0, data[start + 3] ?? 0];
  };
  return { width, height, data, at };
}

const names: [string, [number, number, number]][] = [
  ['red', [255, 0, 0]],
  ['green', [0, 255, 0]],
  ['blue', [0, 0, 255]],
  ['yellow', [255, 255, 0]],
  ['white', [255, 255, 255]],
  ['black', [0, 0, 0]],
];

/** The colour's name, within what JPEG and a colour profile may change. */
export function colourName([red, green, blue]: readonly number[], tolerance = 70): string {
  for (const [name, [r, g, b]] of names) {
    const off = Math.max(
      Math.abs((red ?? 0) - r),
      Math.abs((green ?? 0) - g),
      Math.abs((blue ?? 0) - b),
    );
    if (off <= tolerance) return name;
  }
  return `rgb(${red} ${green} ${blue})`;
}

/** Colours near the four corners, read like a page. The upright quad gives red, green, blue, yellow. */
export async function cornerColours(blob: Blob): Promise<string[]> {
  const { at } = await readPixels(blob);
  const corners = [at(0.15, 0.15), at(0.85, 0.15), at(0.15, 0.85), at(0.85, 0.85)];
  return corners.map((corner) => colourName(corner));
}

/** The bytes as text, one character a byte, to search for words that must not be there. */
export async function bytesAsText(blob: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await blob.arrayBuffer());
}
