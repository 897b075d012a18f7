/** A user's edits to an image, as plain data. All measures are in pixels of the upright original. */

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Point, Size {}

interface Drawn {
  /** Unique among the marks of one image. */
  id: string;
  /** A CSS colour, such as `#d92d20`. */
  colour: string;
  strokePx: number;
}

export interface PenMark extends Drawn {
  type: 'pen';
  points: readonly Point[];
}

export interface ArrowMark extends Drawn {
  type: 'arrow';
  from: Point;
  to: Point;
}

/** A frame with a number: its position among the boxes, from 1. */
export interface BoxMark extends Drawn {
  type: 'box';
  rect: Rect;
  /** Description of the content, for the legend. Not drawn. */
  text: string;
}

/** A single line of text, upright regardless of the image's rotation. */
export interface TextMark {
  type: 'text';
  id: string;
  colour: string;
  /** Line height. */
  sizePx: number;
  /** Centre of the line. */
  at: Point;
  text: string;
}

/** An area whose pixels are destroyed: the output is filled with one solid colour there. */
export interface RedactionMark {
  type: 'redaction';
  id: string;
  rect: Rect;
}

export type Mark = PenMark | ArrowMark | BoxMark | TextMark | RedactionMark;

/** Applied in this order: crop, flip, turns. Marks move with the image. */
export interface Markup {
  /** The part that is kept. @defaultValue the whole image */
  crop?: Rect;
  /** Whether the image is mirrored horizontally. */
  isFlipped: boolean;
  /** Quarter turns clockwise. */
  turns: 0 | 1 | 2 | 3;
  /** Later marks are drawn on top of earlier ones. */
  marks: readonly Mark[];
}
