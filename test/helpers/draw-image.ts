type Draw = (context: OffscreenCanvasRenderingContext2D) => void;

/** Draws an image and encodes it. By default it is of one colour. */
export async function drawImage(
  width: number,
  height: number,
  { draw = fill('#4080c0'), type = 'image/jpeg' }: { draw?: Draw; type?: string } = {},
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  draw(context);
  return canvas.convertToBlob({ type });
}

/** Fills the whole image. */
export const fill =
  (colour: string): Draw =>
  (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  };
