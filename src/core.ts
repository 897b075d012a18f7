/** The map of the package without React, in the order the data flows. */

// Getting images in
export { collectImages } from './intake/collect-images.js';
export { readPaste } from './intake/read-paste.js';
export type {
  AskPerson,
  Chooser,
  ExpandContext,
  ExpandedFile,
  ExpandedImage,
  FileFacts,
  FileSource,
} from './intake/file-source.js';
export type {
  ImageSource,
  AttachedFile,
  IntakeOptions,
  IntakeResult,
  IntakeSource,
  KeepBytesOptions,
} from './intake/types.js';
export type { Drawing } from './internal/drawings.js';
export type { IntakeRejectionCode, LinkFailure } from './intake/rejection.js';
export type { IntakeRejection } from './intake/rejection.js';

// File formats
export { readImageInfo } from './formats/read-info.js';
export { uprightSize } from './formats/upright-size.js';
export type {
  ImageInfo,
  ImageMediaType,
  Orientation,
  Size,
  SourceLimits,
} from './formats/types.js';

// Model rules
export { chooseDetail } from './models/choose-detail.js';
export { countImageTokens, fitForModel } from './models/count-image-tokens.js';
export { findRules } from './models/find-rules.js';
export { listKnownModels } from './models/list-known-models.js';
export { maxSidePxFor } from './models/max-side-px-for.js';
export { registerModel } from './models/register-model.js';
export { sendSize } from './models/send-size.js';
export type {
  CatalogueModel,
  CataloguePrice,
  ImageDetail,
  ImageTokenCount,
  ModelCatalogue,
  ModelImageRules,
  RegionForm,
  RequestLimits,
  Sizing,
  TokenPriceTier,
} from './models/types.js';
export type { Cells } from './models/sizing/sized.js';
export type { FittedImage } from './models/count-image-tokens.js';
export type { KnownModel } from './models/list-known-models.js';
export type { SendSize, SendSizeOptions } from './models/send-size.js';

// Preparing images
export { createImageQueue } from './queue/create-image-queue.js';
export { createPipeline } from './pipeline/create-pipeline.js';
export { linkAddition } from './queue/links.js';
export { planResize } from './pipeline/plan-resize.js';
export { prepareImage } from './pipeline/prepare-image.js';
export type {
  DecodeHeic,
  DecodeRoute,
  OutputMediaType,
  Pipeline,
  PipelineEngine,
  PipelineOptions,
  PipelineStage,
  PreparedImage,
  PrepareNote,
  PrepareOptions,
  PrepareProgress,
  ResizePlan,
  WorkerSource,
} from './pipeline/types.js';
export type {
  ImageQueue,
  ImageQueueOptions,
  QueueAddition,
  QueueItem,
  QueueItemStatus,
  QueueLink,
  QueueState,
  QueueTotals,
  SourceReplacement,
  UneditedSource,
} from './queue/types.js';
export type { LinkFacts } from './queue/links.js';

// Marking up images
export { emptyMarkup } from './markup/change.js';
export { legendText } from './markup/legend-text.js';
export { renderMarkup } from './markup/render-markup.js';
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
} from './markup/types.js';
export type { RenderedMarkup, RenderMarkupOptions } from './markup/render-types.js';

// Messages and checks
export { assembleMessages } from './messages/assemble.js';
export { checkImageLink } from './messages/check-image-link.js';
export { checkRequest } from './messages/check-request.js';
export { countMessageImageTokens } from './messages/count-tokens.js';
export { renumberMentions, splitMentions } from './messages/mentions.js';
export { requestTotals } from './messages/request-totals.js';
export { estimateRequestTokens } from './messages/estimate-tokens.js';
export { pruneImages } from './messages/prune-history.js';
export type { DescribeImages } from './messages/describe-images.js';
export { toImagePart } from './messages/to-image-part.js';
export type {
  ChatMessage,
  ChatRole,
  FilePart,
  FileSupport,
  ImageContent,
  ImageOrigin,
  ImagePart,
  MessagePart,
  Problem,
  ProblemCode,
  ProblemFix,
  ReasoningPart,
  SourcePart,
  TextPart,
  TextRange,
  ToolCallPart,
  ToolCallState,
  WireCapabilities,
} from './messages/types.js';
export type { RequestTotal, RequestTotals } from './messages/request-totals.js';
export type { TokenEstimate } from './messages/estimate-tokens.js';

// Request plans
export { createRequestPreparation } from './request/create-request-preparation.js';
export type {
  RequestPreparation,
  RequestPreparationOptions,
  RequestPreview,
  RequestQuestion,
} from './request/create-request-preparation.js';
export type { ImageRefits } from './request/refit-images.js';

// Sending and streaming
export { classifyFailure } from './wire/classify-failure.js';
export { findServerPreset, serverPresets } from './wire/presets.js';
export type { FailureClass } from './wire/classify-failure.js';
export type { ServerPreset } from './wire/presets.js';
export type {
  ChatEvent,
  MadeImageOptions,
  MessageEndReason,
  ServerEvent,
  WireFacts,
  WireFormat,
  WireOptions,
  WireQuirks,
  WireRequest,
  WireResume,
  WireWarning,
} from './wire/types.js';
export { createTransport } from './transport/create-transport.js';
export { joinUrl } from './transport/join-url.js';
export { readNdjson } from './transport/read-ndjson.js';
export { readSse } from './transport/read-sse.js';
export type {
  HeadersCall,
  Transport,
  TransportOptions,
  TransportRequest,
} from './transport/types.js';

// Regions of answers
export { readRegions } from './regions/read-regions.js';
export { regionsToJson, regionsToSvg } from './regions/export-regions.js';
export type { RegionSpace, RegionsToSvgOptions } from './regions/export-regions.js';
export type {
  ImageRegion,
  ReadRegionsOptions,
  RegionImage,
  RegionProblem,
  RegionReading,
  RegionShape,
} from './regions/types.js';

// Endpoints
export { countTokensExactly } from './endpoint/count-tokens-exactly.js';
export { deleteUploadedImage, uploadImage } from './uploads/upload-image.js';
export { listModels } from './endpoint/list-models.js';
export { probeVision } from './endpoint/probe-vision.js';
export type { AskOptions } from './endpoint/ask.js';
export type { ListedModel, ListModelsOptions } from './endpoint/list-models.js';
export type { UploadedImage } from './uploads/uploaded-image.js';
export type { UploadImageOptions } from './uploads/upload-image.js';

// Answers as objects
export { objectOf } from './chat/object-of.js';
export { readPartialJson } from './objects/read-partial-json.js';
export { wireResponseSchema } from './objects/wire-schema.js';
export type {
  AnswerObject,
  JsonSchema,
  NamedResponseSchema,
  ObjectOf,
  ObjectProblem,
  ResponseSchema,
  StandardSchema,
  WireResponseSchema,
} from './objects/types.js';

// Conversations and storage
export { conversationCost, tokenCost } from './chat/token-cost.js';
export { conversationTotals } from './chat/conversation-totals.js';
export { createChatStore } from './chat/create-chat-store.js';
export { createQuestionQueue } from './chat/question-queue.js';
export { createTokenCorrection } from './chat/token-correction.js';
export type {
  AnswerRating,
  AnswerStatus,
  AnswerWait,
  MessageVersions,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  BodyCall,
  ChatTrace,
  Connection,
  FinishedTurn,
  OwnBody,
  SendInput,
  SendOutcome,
  TokenPrice,
} from './chat/types.js';
export type { ResolvableImage, ResolvedImageUrl, ResolveImageUrl } from './messages/image-urls.js';
export type { ConversationTotals } from './chat/conversation-totals.js';
export type {
  ClaimQuestion,
  QuestionQueue,
  QuestionQueueOptions,
  QuestionQueuePause,
  QuestionQueueState,
} from './chat/question-queue.js';
export type { Cost } from './chat/types.js';
export type { TokenCorrection } from './chat/token-correction.js';
export { conversationFromJSON, conversationToJSON } from './storage/conversation-json.js';
export { createConversationStore } from './storage/conversation-store.js';
export { createHistoryStore } from './storage/history-store.js';
export { createDraftStore } from './storage/draft-store.js';
export type {
  ConversationStore,
  ConversationSummary,
  Draft,
  DraftStore,
  StorageProblem,
} from './storage/types.js';
export type { HistoryAdapter, HistoryItem, HistoryStoreOptions } from './storage/history-store.js';
export type {
  ConversationJSON,
  ConversationJSONProblem,
  FromJSONOptions,
  ReadConversation,
  ToJSONOptions,
} from './storage/conversation-json.js';

// Errors
export { KitError } from './errors.js';
export type { KitErrorCode, KitErrorFacts } from './errors.js';
