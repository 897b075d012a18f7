export { emptyMarkup } from './change.js';
export { legendText } from './legend-text.js';
export { renderMarkup } from './render-markup.js';
export type { RenderMarkupOptions, RenderedMarkup } from './render-types.js';
export type {
  ArrowMark,
  BoxMark,
  Mark,
  Markup,
  PenMark,
  Point,
  Rect,
  RedactionMark,
  TextMark,
} from './types.js';
