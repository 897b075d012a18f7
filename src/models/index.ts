export { findRules } from './find-rules.js';
export type { FindRulesOptions } from './find-rules.js';
export { registeredVision, registerModel } from './register-model.js';
export type { RegisteredRules } from './register-model.js';
export { listKnownModels } from './list-known-models.js';
export type { KnownModel } from './list-known-models.js';
export { countImageTokens, fitForModel } from './count-image-tokens.js';
export type { FittedImage } from './count-image-tokens.js';
export { wireCapabilities } from './wire-capabilities.js';
export type { WireCapabilities } from './wire-capabilities.js';
export { chooseDetail } from './choose-detail.js';
export { maxSidePxFor } from './max-side-px-for.js';
export { sendSize } from './send-size.js';
export type { SendSize, SendSizeOptions } from './send-size.js';
export type { Cells } from './sizing/sized.js';
export type {
  CatalogueModel,
  CataloguePrice,
  ImageDetail,
  ImageTokenCount,
  LimitName,
  ModelCatalogue,
  ModelImageRules,
  RequestLimits,
  Sizing,
  TokenPriceTier,
} from './types.js';
