export type { AskOptions } from './ask.js';
export { countTokensExactly } from './count-tokens-exactly.js';
export { listModels, withAppsWord } from './list-models.js';
export type { ListedModel, ListModelsOptions } from './list-models.js';
export { probeVision } from './probe-vision.js';
export { deleteUploadedImage, uploadImage } from './upload-image.js';
export type { UploadImageOptions } from './upload-image.js';
export type { UploadedImage } from './uploaded-image.js';
