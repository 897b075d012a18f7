/** Draws what `viewOf` describes. The same code draws the preview on the page and the file that is sent. */
import { coveringPixels, rectToView, toView, type View } from './geometry.js';
import { boxNumber } from './legend-text.js';
import { labelRadiusPx } from './sizes.js';
import type {
  ArrowMark,
  BoxMark,
  Mark,
  PenMark,
  Point,
  RedactionMark,
  Size,
  TextMark,
} from './types.js';

export type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export const REDACTION_COLOUR = '#000';

const font = (sizePx: number): string => `600 ${sizePx}px system-ui, sans-serif`;

/** Returns the width at which the text will be drawn. */
export function measureText(context: Context2d, text: string, sizePx: number): number {
  context.font = font(sizePx);
  return context.measureText(text).width;
}

/**
 * Draws the image over the whole canvas.
 *
 * @param size of the upright original; the source may be a smaller copy of it
 * @param scale canvas pixels per view pixel
 */
export function drawImage(
  context: Context2d,
  source: CanvasImageSource,
  size: Size,
  view: View,
  scale: number,
): void {
  const [a, b, c, d, e, f] = view.matrix;
  context.save();
  context.imageSmoothingQuality = 'high';
  context.setTransform(a * scale, b * scale, c * scale, d * scale, e * scale, f * scale);
  context.drawImage(source, 0, 0, size.width, size.height);
  context.restore();
}

export function drawMarks(
  context: Context2d,
  marks: readonly Mark[],
  view: View,
  scale: number,
): void {
  for (const mark of marks) {
    context.save();
    if (mark.type === 'redaction') {
      redact(context, mark, view, scale);
    } else {
      context.scale(scale, scale);
      context.lineCap = 'round';
      context.lineJoin = 'round';
      if (mark.type === 'pen') drawPen(context, mark, view);
      else if (mark.type === 'arrow') drawArrow(context, mark, view);
      else if (mark.type === 'text') drawText(context, mark, view);
      else drawBox(context, mark, boxNumber(marks, mark.id), view);
    }
    context.restore();
  }
}

/** Covers whole canvas pixels, so that nothing shows through at an edge. */
function redact(context: Context2d, { rect }: RedactionMark, view: View, scale: number): void {
  const { x, y, width, height } = rectToView(view, rect);
  const covered = coveringPixels({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  });
  context.fillStyle = REDACTION_COLOUR;
  context.fillRect(covered.x, covered.y, covered.width, covered.height);
}

/** Returns black or white, whichever contrasts more with a colour. */
function contrastTo(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  );
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#000000' : '#ffffff';
}

/** Draws a thin rim of the opposite brightness, so that a line is visible on any background. */
function strokeTwice(context: Context2d, colour: string, strokePx: number): void {
  context.strokeStyle = contrastTo(colour);
  context.lineWidth = strokePx * 1.5;
  context.stroke();
  context.strokeStyle = colour;
  context.lineWidth = strokePx;
  context.stroke();
}

function drawPen(context: Context2d, { points, colour, strokePx }: PenMark, view: View): void {
  const [first, ...rest] = points.map((point) => toView(view, point));
  if (!first) return;
  context.beginPath();
  context.moveTo(first.x, first.y);
  let before = first;
  for (const point of rest) {
    // Curves through the midpoints: a fast stroke yields few points.
    context.quadraticCurveTo(
      before.x,
      before.y,
      (before.x + point.x) / 2,
      (before.y + point.y) / 2,
    );
    before = point;
  }
  context.lineTo(before.x, before.y);
  strokeTwice(context, colour, strokePx);
}

function drawArrow(context: Context2d, mark: ArrowMark, view: View): void {
  const from = toView(view, mark.from);
  const to = toView(view, mark.to);
  const { colour, strokePx } = mark;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const headPx = Math.min(strokePx * 5, Math.hypot(to.x - from.x, to.y - from.y));
  const wing = (turn: number): Point => ({
    x: to.x - headPx * Math.cos(angle + turn),
    y: to.y - headPx * Math.sin(angle + turn),
  });
  const [left, right] = [wing(0.5), wing(-0.5)];
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.moveTo(left.x, left.y);
  context.lineTo(to.x, to.y);
  context.lineTo(right.x, right.y);
  strokeTwice(context, colour, strokePx);
}

/** Returns the middle of a box's number: its first corner, but inside the image. */
export function boxLabelAt({ x, y }: Point, strokePx: number, view: Size): Point {
  const radiusPx = labelRadiusPx(strokePx);
  return {
    x: Math.max(radiusPx, Math.min(view.width - radiusPx, x)),
    y: Math.max(radiusPx, Math.min(view.height - radiusPx, y)),
  };
}

function drawBox(
  context: Context2d,
  { rect, colour, strokePx }: BoxMark,
  number: number,
  view: View,
): void {
  const { x, y, width, height } = rectToView(view, rect);
  context.beginPath();
  context.rect(x, y, width, height);
  strokeTwice(context, colour, strokePx);

  const radiusPx = labelRadiusPx(strokePx);
  const label = boxLabelAt({ x, y }, strokePx, view);
  context.beginPath();
  context.arc(label.x, label.y, radiusPx, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.fillStyle = contrastTo(colour);
  context.font = font(radiusPx * (number < 10 ? 1.4 : 1.1));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(number), label.x, label.y + radiusPx * 0.08);
}

function drawText(context: Context2d, { at, text, colour, sizePx }: TextMark, view: View): void {
  const { x, y } = toView(view, at);
  context.font = font(sizePx);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.strokeStyle = contrastTo(colour);
  context.lineWidth = sizePx / 6;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
