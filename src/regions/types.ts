import type { Point, Rect } from '../markup/types.js';
import type { ImagePart, TextRange } from '../messages/types.js';
import type { ModelImageRules, RegionForm } from '../models/types.js';

/** A place in an image. The unit depends on the field that holds it. */
export type RegionShape =
  | ({ kind: 'box' } & Rect)
  | ({ kind: 'point' } & Point)
  | { kind: 'polygon'; points: readonly Point[] };

/** An image that a text may refer to: an image part, or just its size. */
export type RegionImage = Partial<
  Pick<ImagePart, 'id' | 'name' | 'width' | 'height' | 'detail' | 'madeFrom'>
>;

export interface ReadRegionsOptions {
  /** Id of the model that wrote the text. @defaultValue recognised by the names of the fields */
  model?: string | undefined;
  /** Rules instead of a model id. */
  rules?: ModelImageRules | undefined;
  /**
   * The images that the text is about, in the order in which they were sent. `undefined` for one that no longer
   * exists, so that the others keep their numbers.
   */
  images: readonly (RegionImage | undefined)[];
  /** How the app asked the model to state positions, if not in the model's own way. */
  form?: Pick<RegionForm, 'order' | 'scale'> | undefined;
}

/** A place in an image that a text points out. */
export interface ImageRegion {
  /** Index of the image in `images`. */
  imageIndex: number;
  /** Id of the image, if it has one. */
  imageId?: string;
  /** The model's name for it; may be empty. */
  label: string;
  /** In fractions of the image as it was sent, from 0 to 1. */
  shape: RegionShape;
  /** In px of the image as it was sent. Missing if its size is unknown. */
  sentPx?: RegionShape;
  /**
   * In px of the upright original, before crop, turns and resizing. Missing unless the image says what it was
   * made from.
   */
  originalPx?: RegionShape;
  /** Whether some of it is outside of the image; the shapes are clipped. */
  isOutside: boolean;
  /** Where the text states it. */
  range: TextRange;
}

export interface RegionProblem {
  /** `image-gone`: there is no such image. `size-unknown`: stated in pixels of an image of unknown size. */
  code: 'image-gone' | 'size-unknown';
  /** A plain sentence for users. */
  message: string;
  label: string;
  /** Counted from 1. */
  imageNumber: number;
  range: TextRange;
}

export interface RegionReading {
  /** In the order of the text. */
  regions: readonly ImageRegion[];
  /** What the text points out but cannot be placed. */
  problems: readonly RegionProblem[];
  /** Whether the text ends within something unfinished, as it does while it streams. */
  isUnfinished: boolean;
}

/** A place as a text states it, before it is related to an image. */
export interface StatedRegion {
  kind: RegionShape['kind'];
  /** One point, two opposite corners, or the corners of a polygon, as stated. */
  points: readonly Point[];
  /** What the numbers mean if the syntax itself says so: percent in one tag, thousandths in another. */
  scale?: number;
  /** Family of field names, which stand for a form if the model is unknown. */
  key: 'box_2d' | 'bbox_2d' | 'tag' | 'other';
  /** Whether the text named each coordinate, so that their order is certain. */
  hasNamedCoordinates: boolean;
  label: string;
  /** The image as stated: a number or a name. */
  image?: StatedImage | undefined;
  range: TextRange;
}

export interface StatedImage {
  value: string | number;
  /** Whether the field counts from 0 by its name, as `image_index`. */
  isIndex: boolean;
}
