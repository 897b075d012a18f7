/**
 * Position of an image in its window. Lengths are CSS px; the scale is that of one image pixel. The image cannot get
 * lost: if it is smaller than the window it is centred, if larger it covers it.
 */
import type { Size } from '../../../formats/types.js';

/** Factor of one zoom step, by key or button. */
export const ZOOM_STEP = 1.5;

export interface View {
  scale: number;
  /** Position of the image's top left corner. */
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Frame {
  stage: Size;
  /** Size in its own pixels. */
  image: Size;
  /**
   * Size of everything that belongs to the image, from its top left corner. What overhangs the image never moves it,
   * but can be panned into view. @defaultValue the image
   */
  extent?: Size | undefined;
}

const LARGEST_SCALE = 16;
/** Between the outer line of what overhangs an image and the edge of the window. */
const OVERHANG_MARGIN_PX = 8;
/** A rounded hundredth of a pixel is nothing to scroll to. */
const SLACK_PX = 0.01;
/** As far to the left and the top as the image can be, which is in the middle if there is room. */
const farthest = { x: -Infinity, y: -Infinity };

/**
 * Returns the view of the whole image, as large as possible. What overhangs the image makes both smaller only if it has
 * no room next to the image.
 */
export function fitView(frame: Frame, maxScale = LARGEST_SCALE): View {
  const { stage, image, extent = image } = frame;
  const scale = Math.min(stage.width / image.width, stage.height / image.height, maxScale);
  const alone = placed({ ...farthest, scale }, { stage, image });
  const room = {
    x: stage.width - extent.width * scale - OVERHANG_MARGIN_PX,
    y: stage.height - extent.height * scale - OVERHANG_MARGIN_PX,
  };
  const hasRoom =
    (!overhangs(image.width, extent.width, scale) || alone.x <= room.x) &&
    (!overhangs(image.height, extent.height, scale) || alone.y <= room.y);
  return hasRoom
    ? alone
    : placed({ ...farthest, scale: Math.min(scaleOfAll(frame), maxScale) }, frame);
}

/** Zooms around a point that stays in place. */
export function zoomTo(view: View, scale: number, around: Point, frame: Frame): View {
  // An image with a margin around it is smaller still, and zooming out must not enlarge it.
  const smallest = Math.min(1, scaleOfAll(frame), view.scale);
  const next = Math.min(LARGEST_SCALE, Math.max(smallest, scale));
  const ratio = next / view.scale;
  return placed(
    {
      scale: next,
      x: around.x - (around.x - view.x) * ratio,
      y: around.y - (around.y - view.y) * ratio,
    },
    frame,
  );
}

export function panBy(view: View, by: Point, frame: Frame): View {
  return placed({ ...view, x: view.x + by.x, y: view.y + by.y }, frame);
}

/** Whether the window shows only part of the image. */
export function isCut({ scale }: View, { stage, image }: Frame): boolean {
  return (
    image.width * scale > stage.width + SLACK_PX || image.height * scale > stage.height + SLACK_PX
  );
}

/** The largest scale at which an image is shown whole, with what overhangs it. */
function scaleOfAll({ stage, image, extent = image }: Frame): number {
  return Math.min(
    scaleOfSide(stage.width, image.width, extent.width),
    scaleOfSide(stage.height, image.height, extent.height),
  );
}

function scaleOfSide(stagePx: number, imagePx: number, extentPx: number): number {
  return (stagePx - (extentPx > imagePx ? 2 * OVERHANG_MARGIN_PX : 0)) / extentPx;
}

/** Whether there is something to see next to an image. */
function overhangs(imagePx: number, extentPx: number, scale: number): boolean {
  return (extentPx - imagePx) * scale > SLACK_PX;
}

function placed({ scale, x, y }: View, { stage, image, extent = image }: Frame): View {
  /**
   * Centres the image if there is room. Otherwise keeps its edges at or beyond those of the window. Either way it can
   * move as far as what overhangs it needs.
   */
  const within = (offset: number, stagePx: number, imagePx: number, extentPx: number): number => {
    const room = stagePx - imagePx * scale;
    const nearest = room >= 0 ? room / 2 : 0;
    const needed = overhangs(imagePx, extentPx, scale)
      ? stagePx - extentPx * scale - OVERHANG_MARGIN_PX
      : room;
    return Math.min(nearest, Math.max(Math.min(nearest, needed), offset));
  };
  return {
    scale,
    x: within(x, stage.width, image.width, extent.width),
    y: within(y, stage.height, image.height, extent.height),
  };
}
