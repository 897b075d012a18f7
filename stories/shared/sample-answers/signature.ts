/** An image in little: the mean brightness and colour of each field of a grid, which survive resizing, JPEG and an arrow drawn on it. */
export interface Signature {
  aspectRatio: number;
  /** Red, green and blue of each field, row by row, from 0 to 255. */
  colours: Float32Array;
}

const FIELDS = 32;
const PIXELS_PER_FIELD = 8;
const SIDE_PX = FIELDS * PIXELS_PER_FIELD;

/** Rejects where the browser cannot read the image. */
export async function readSignature(image: Blob): Promise<Signature> {
  const bitmap = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(SIDE_PX, SIDE_PX);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no canvas to read an image with.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIDE_PX, SIDE_PX);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, SIDE_PX, SIDE_PX);
  const aspectRatio = bitmap.width / bitmap.height;
  bitmap.close();
  const { data } = context.getImageData(0, 0, SIDE_PX, SIDE_PX);
  return { aspectRatio, colours: meanOfFields(data) };
}

function meanOfFields(data: Uint8ClampedArray): Float32Array {
  const sums = new Float32Array(FIELDS * FIELDS * 3);
  for (let pixel = 0; pixel < SIDE_PX * SIDE_PX; pixel += 1) {
    const row = Math.floor(pixel / SIDE_PX / PIXELS_PER_FIELD);
    const column = Math.floor((pixel % SIDE_PX) / PIXELS_PER_FIELD);
    const field = (row * FIELDS + column) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      sums[field + channel]! += data[pixel * 4 + channel]!;
    }
  }
  return sums.map((sum) => sum / PIXELS_PER_FIELD ** 2);
}

/** How alike two images are: 1 for the same, 0 for two that have nothing to do with each other. */
export function likeness(one: Signature, other: Signature): number {
  const stretch = one.aspectRatio / other.aspectRatio;
  if (stretch < 0.97 || stretch > 1.03) return 0;
  return correlation(one.colours, other.colours);
}

function correlation(one: Float32Array, other: Float32Array): number {
  const means = [one, other].map((values) => values.reduce((sum, v) => sum + v, 0) / values.length);
  let [product, squareOne, squareOther] = [0, 0, 0];
  for (let index = 0; index < one.length; index += 1) {
    const a = one[index]! - means[0]!;
    const b = other[index]! - means[1]!;
    product += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  // An image of one colour has no shape to compare.
  return squareOne === 0 || squareOther === 0 ? 0 : product / Math.sqrt(squareOne * squareOther);
}
