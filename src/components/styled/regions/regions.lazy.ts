/** What an answer needs that points out places in images: it loads with the first of these. */
export { RegionLayer } from './RegionLayer.js';
export { RegionList, RegionSwitch } from './RegionList.js';
export { RegionText } from './RegionText.js';
