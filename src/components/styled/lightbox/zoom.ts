/**
 * Position of an image in its window. Lengths are CSS px; the scale is that of one image pixel. The image cannot get
 * lost: if it is smaller than the window it is centred, if larger it covers it.
 */
import type { Size } from '../../../formats/types.js';

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

/** Returns the view of the whole image, as large as possible. */
export function fitView({ stage, image }: Frame, maxScale = LARGEST_SCALE): View {
  const scale = Math.min(stage.width / image.width, stage.height / image.height, maxScale);
  return placed({ scale, x: 0, y: 0 }, { stage, image });
}

/** Zooms around a point that stays in place. */
export function zoomTo(view: View, scale: number, around: Point, frame: Frame): View {
  const smallest = Math.min(1, fitView({ ...frame, image: frame.extent ?? frame.image }).scale);
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
  // A rounded hundredth of a pixel is nothing to scroll to.
  const slack = 0.01;
  return image.width * scale > stage.width + slack || image.height * scale > stage.height + slack;
}

function placed({ scale, x, y }: View, { stage, image, extent = image }: Frame): View {
  return {
    scale,
    x: within(x, stage.width - image.width * scale, stage.width - extent.width * scale),
    y: within(y, stage.height - image.height * scale, stage.height - extent.height * scale),
  };
}

/**
 * Centres the image if there is room. Otherwise keeps its edges at or beyond those of the window. Either way it can move
 * as far as what overhangs it needs.
 */
function within(offset: number, room: number, extentRoom: number): number {
  const nearest = room >= 0 ? room / 2 : 0;
  return Math.min(nearest, Math.max(Math.min(nearest, extentRoom), offset));
}
