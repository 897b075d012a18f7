/**
 * Work that is done on the page itself if no worker is available or able to help. Loaded when the first image
 * needs it.
 */
export { checkSvg } from './check-svg.js';
export { renderByBic } from './engines/browser-image-compression.js';
export { withOtherPixels, withPagePixels } from './page-pixels.js';
export { renderOnPage } from './render-on-page.js';
export { findSupport } from './support.js';
export { canPaint, renderWithoutAnyCanvas } from './without-canvas/without-any-canvas.js';
