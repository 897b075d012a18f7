import type { MarkColour, Tool } from '../../styled/markup/editor-types.js';
import type { Thickness } from '../../../markup/sizes.js';
import type { Mark } from '../../../markup/types.js';

/** Every string of the markup editor. */
export interface MarkupWords {
  title: string;
  close: string;
  undo: string;
  redo: string;
  apply: string;
  applying: string;
  revert: string;
  opening: string;

  tools: string;
  tool: (tool: Tool) => string;
  colours: string;
  colour: (colour: MarkColour) => string;
  thicknesses: string;
  thickness: (thickness: Thickness) => string;
  ratios: string;
  freeRatio: string;
  originalRatio: string;
  turnLeft: string;
  turnRight: string;
  flip: string;
  insert: (tool: Tool) => string;
  remove: string;
  boxText: (number: number) => string;
  text: string;
  /** Placeholder in the image until something is written. */
  newText: string;
  selectHint: string;

  image: string;
  imageHelp: string;
  /** Name of a mark: "Box 2". */
  mark: (type: Mark['type'], number: number) => string;
  added: (mark: string) => string;
  removed: (mark: string) => string;
  selected: (mark: string, position: number, count: number) => string;
  moved: (xPercent: number, yPercent: number) => string;
  resized: (widthPx: number, heightPx: number) => string;
  cropped: (widthPx: number, heightPx: number) => string;
  turned: string;
  flipped: string;
  undone: string;
  redone: string;
  /** Said after the editor has closed. */
  imageChanged: (imageNumber: number) => string;
  imageReverted: (imageNumber: number) => string;

  discardTitle: string;
  discardHint: string;
  keepEditing: string;
  discard: string;
}

const tools: Record<Tool, string> = {
  select: 'Select',
  crop: 'Crop',
  pen: 'Pen',
  arrow: 'Arrow',
  box: 'Box',
  text: 'Text',
  redaction: 'Redact',
};

const marks: Record<Mark['type'], string> = {
  pen: 'Line',
  arrow: 'Arrow',
  box: 'Box',
  text: 'Text',
  redaction: 'Redaction',
};

const inserts: Partial<Record<Tool, string>> = {
  arrow: 'Add arrow',
  box: 'Add box',
  text: 'Add text',
  redaction: 'Add redaction',
};

/** The default words. */
export const englishMarkupWords: MarkupWords = {
  title: 'Mark up',
  close: 'Close',
  undo: 'Undo',
  redo: 'Redo',
  apply: 'Done',
  applying: 'Saving…',
  revert: 'Revert to original',
  opening: 'Opening the image…',

  tools: 'Tools',
  tool: (tool) => tools[tool],
  colours: 'Colour',
  colour: (colour) => colour,
  thicknesses: 'Thickness',
  thickness: (thickness) => thickness,
  ratios: 'Shape',
  freeRatio: 'Free',
  originalRatio: 'Original',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  flip: 'Flip',
  insert: (tool) => inserts[tool] ?? '',
  remove: 'Remove',
  boxText: (number) => `Label for box ${number}`,
  text: 'Text',
  newText: 'Text',
  selectHint: 'Select a mark to move or change it.',

  image: 'Image',
  imageHelp:
    'Page Down and Page Up walk through the marks. Arrow keys move what is selected, with Shift they resize it, Delete removes it. Plus, minus and 0 zoom. Letters choose a tool: V selects, C crops, P is the pen, A an arrow, B a box, T text, R redacts. Enter is Done, Escape closes.',
  mark: (type, number) => `${marks[type]} ${number}`,
  added: (mark) => `${mark} added. Arrow keys move it, with Shift they resize it.`,
  removed: (mark) => `${mark} removed`,
  selected: (mark, position, count) => `${mark} selected, ${position} of ${count}`,
  moved: (xPercent, yPercent) => `${xPercent} % from the left, ${yPercent} % from the top`,
  resized: (widthPx, heightPx) => `${widthPx} by ${heightPx} pixels`,
  cropped: (widthPx, heightPx) => `Cropped to ${widthPx} by ${heightPx} pixels`,
  turned: 'Turned',
  flipped: 'Flipped',
  undone: 'Undone',
  redone: 'Redone',
  imageChanged: (imageNumber) => `Image ${imageNumber} was changed`,
  imageReverted: (imageNumber) => `Image ${imageNumber} is the original again`,

  discardTitle: 'Discard your changes?',
  discardHint: 'Your changes to this image would be lost.',
  keepEditing: 'Keep editing',
  discard: 'Discard',
};
