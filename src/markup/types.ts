/** What a person did to an image, as plain data. Everything is measured in pixels of the upright original. */

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
  /** Tells marks of one image apart. */
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

/** A frame with a number: its place among the boxes, from 1. */
export interface BoxMark extends Drawn {
  type: 'box';
  rect: Rect;
  /** What is in it, for the legend. Not drawn. */
  text: string;
}

/** One line, upright however the image is turned. */
export interface TextMark {
  type: 'text';
  id: string;
  colour: string;
  /** Height of the letters' line. */
  sizePx: number;
  /** Middle of the line. */
  at: Point;
  text: string;
}

/** Pixels that are destroyed: filled with one solid colour in what is written. */
export interface RedactionMark {
  type: 'redaction';
  id: string;
  rect: Rect;
}

export type Mark = PenMark | ArrowMark | BoxMark | TextMark | RedactionMark;

/** First it is cropped, then flipped, then turned; the marks lie on it all the while. */
export interface Markup {
  /** Kept part. @defaultValue the whole image */
  crop?: Rect;
  /** Left and right change places. */
  isFlipped: boolean;
  /** Quarter turns clockwise. */
  turns: 0 | 1 | 2 | 3;
  /** The later one lies on top. */
  marks: readonly Mark[];
}
