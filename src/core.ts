/** The map of the package without React, in the order the data flows. */

// Files come in
export { collectImages, readPaste } from './intake/index.js';
export type {
  ImageSource,
  IntakeOptions,
  IntakeRejection,
  IntakeRejectionCode,
  IntakeResult,
  IntakeSource,
} from './intake/index.js';

// Bytes tell what they are
export { readImageInfo, uprightSize } from './formats/index.js';
export type {
  ImageInfo,
  ImageMediaType,
  Orientation,
  Size,
  SourceLimits,
} from './formats/index.js';

// A model's rules
export {
  chooseDetail,
  countImageTokens,
  findRules,
  fitForModel,
  listKnownModels,
  maxSidePxFor,
  registerModel,
  sendSize,
} from './models/index.js';
export type {
  CatalogueModel,
  CataloguePrice,
  Cells,
  FittedImage,
  ImageDetail,
  ImageTokenCount,
  KnownModel,
  ModelCatalogue,
  ModelImageRules,
  RequestLimits,
  SendSize,
  SendSizeOptions,
  Sizing,
  TokenPriceTier,
} from './models/index.js';

// Pixels get smaller
export {
  createImageQueue,
  createPipeline,
  linkAddition,
  planResize,
  prepareImage,
} from './pipeline/index.js';
export type {
  DecodeHeic,
  DecodeRoute,
  ImageQueue,
  ImageQueueOptions,
  LinkFacts,
  OutputMediaType,
  Pipeline,
  PipelineEngine,
  PipelineOptions,
  PipelineStage,
  PreparedImage,
  PrepareNote,
  PrepareOptions,
  PrepareProgress,
  QueueAddition,
  QueueItem,
  QueueItemStatus,
  QueueLink,
  QueueState,
  QueueTotals,
  ResizePlan,
  SourceReplacement,
  UneditedSource,
  WorkerSource,
} from './pipeline/index.js';

// Pictures are marked up by people
export { emptyMarkup, legendText, renderMarkup } from './markup/index.js';
export type {
  ArrowMark,
  BoxMark,
  Mark,
  Markup,
  PenMark,
  Point,
  Rect,
  RedactionMark,
  RenderedMarkup,
  RenderMarkupOptions,
  TextMark,
} from './markup/index.js';

// Messages are put together, and checked
export {
  assembleMessages,
  checkImageLink,
  checkRequest,
  countMessageImageTokens,
  renumberMentions,
  requestTotals,
  splitMentions,
  estimateRequestTokens,
  pruneImages,
  toImagePart,
} from './messages/index.js';
export type {
  ChatMessage,
  ChatRole,
  ImageData,
  ImagePart,
  MessagePart,
  Problem,
  ProblemCode,
  ProblemFix,
  RequestTotal,
  RequestTotals,
  TextPart,
  TokenEstimate,
} from './messages/index.js';

// Requests are planned as they will be sent
export { createRequestPreparation } from './request/create-request-preparation.js';
export type {
  RequestPreparation,
  RequestPreparationOptions,
  RequestPreview,
  RequestQuestion,
} from './request/create-request-preparation.js';
export type { ImageRefits } from './request/refit-images.js';

// Requests go out, answers stream in
export { classifyFailure, findServerPreset, serverPresets } from './wire/index.js';
export type { FailureClass, ServerPreset } from './wire/index.js';
export type {
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireFormat,
  WireOptions,
  WireQuirks,
  WireRequest,
  WireWarning,
} from './wire/index.js';
export { createTransport, joinUrl, readNdjson, readSse } from './transport/index.js';
export type { Transport, TransportOptions, TransportRequest } from './transport/index.js';

// What else an endpoint can do
export {
  countTokensExactly,
  deleteUploadedImage,
  listModels,
  probeVision,
  uploadImage,
} from './endpoint/index.js';
export type {
  AskOptions,
  ListedModel,
  ListModelsOptions,
  UploadedImage,
  UploadImageOptions,
} from './endpoint/index.js';

// A conversation is kept
export {
  conversationCost,
  conversationTotals,
  createChatStore,
  createTokenCorrection,
  tokenCost,
} from './chat/index.js';
export type {
  AnswerStatus,
  ConversationTotals,
  MessageVersions,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  ChatTrace,
  Connection,
  Cost,
  SendInput,
  SendOutcome,
  TokenCorrection,
  TokenPrice,
} from './chat/index.js';
export { createConversationStore, createDraftStore } from './storage/index.js';
export type { ConversationStore, Draft, DraftStore, StorageProblem } from './storage/index.js';

// What went wrong
export { KitError } from './errors.js';
export type { KitErrorCode, KitErrorFacts } from './errors.js';
