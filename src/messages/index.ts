export { assembleMessages } from './assemble.js';
export type { AssembleInput } from './assemble.js';
export { toImagePart } from './to-image-part.js';
export type { ImagePartFacts } from './to-image-part.js';
export { checkRequest } from './check-request.js';
export type { RequestTarget } from './check-request.js';
export { checkImageLink } from './check-image-link.js';
export { countMessageImageTokens } from './count-tokens.js';
export { estimateRequestTokens } from './estimate-tokens.js';
export type { TokenEstimate } from './estimate-tokens.js';
export { labelQuestions } from './label-questions.js';
export type { LabelOptions } from './label-questions.js';
export { mentionsImage, renumberMentions, splitMentions } from './mentions.js';
export { requestTotals } from './request-totals.js';
export type { RequestTotal, RequestTotals } from './request-totals.js';
export { pruneImages, thinOutImages } from './prune-history.js';
export type { PruneOptions, ThinningOptions } from './prune-history.js';
export type {
  ChatMessage,
  ChatRole,
  ImageData,
  ImagePart,
  MessagePart,
  Problem,
  ProblemCode,
  ProblemFix,
  TextPart,
} from './types.js';
export { withSystem } from './with-system.js';
