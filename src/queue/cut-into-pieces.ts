import { KitError } from '../errors.js';
import { canvasToBlob } from '../internal/canvas-to-blob.js';
import type { Piece, PiecePlan } from './plan-pieces.js';
import type { QueueAddition, QueueItem } from './types.js';

async function openImage(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new KitError('damaged', {
      message: 'This browser cannot cut this image. Save it as JPEG or PNG, and add that file.',
      cause,
    });
  }
}

/** Writes a PNG, so that text stays sharp. */
async function drawPiece(image: ImageBitmap, { x, y, width, height }: Piece): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context?.drawImage(image, -x, -y);
  const blob = context && (await canvasToBlob(canvas, 'image/png'));
  canvas.width = 0;
  if (blob) return blob;
  throw new KitError('canvas-failed', {
    message:
      'This device has not enough memory left to cut the image. Close other tabs, then try again.',
  });
}

/** Returns the text that the model reads before a piece. */
function legendOf({ row, column }: Piece, number: number, name: string, plan: PiecePlan): string {
  const { columns, rows, pieces } = plan;
  const order = rows === 1 ? 'from left to right' : 'from top to bottom';
  const place = columns > 1 && rows > 1 ? `row ${row}, column ${column}` : order;
  return `Part ${number} of ${pieces.length} of ${name || 'one image'}, ${place}. Neighbouring parts overlap.`;
}

/**
 * Creates an image of each piece at full size, named and labelled by its position.
 *
 * @throws KitError `damaged` or `canvas-failed`
 */
export async function cutIntoPieces(
  { file, name, detail, alt }: QueueItem,
  plan: PiecePlan,
): Promise<QueueAddition[]> {
  const image = await openImage(file);
  try {
    const additions: QueueAddition[] = [];
    for (const [at, piece] of plan.pieces.entries()) {
      const { width, height } = piece;
      additions.push({
        file: await drawPiece(image, piece),
        name: `${name} (${at + 1}/${plan.pieces.length})`,
        info: {
          mediaType: 'image/png',
          width,
          height,
          orientation: 1,
          hasAlpha: true,
          isAnimated: false,
          isTruncated: false,
        },
        detail: detail === 'low' ? 'high' : detail,
        legend: legendOf(piece, at + 1, name, plan),
        ...(alt !== undefined && { alt }),
      });
    }
    return additions;
  } finally {
    image.close();
  }
}
