export type { AskOptions } from './ask.js';
export { countTokensExactly } from './count-tokens-exactly.js';
export { listModels, withAppsWord } from './list-models.js';
export type { ListedModel } from './list-models.js';
export { probeVision } from './probe-vision.js';
