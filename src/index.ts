'use client';
/** The map of the package: everything of the core, then the hooks, then the components. */

// What runs without React: see core.ts
export {
  collectImages,
  readPaste,
  readImageInfo,
  uprightSize,
  chooseDetail,
  countImageTokens,
  findRules,
  fitForModel,
  listKnownModels,
  maxSidePxFor,
  registerModel,
  sendSize,
  createImageQueue,
  linkAddition,
  createPipeline,
  planResize,
  prepareImage,
  emptyMarkup,
  legendText,
  renderMarkup,
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
  createRequestPreparation,
  classifyFailure,
  findServerPreset,
  serverPresets,
  createTransport,
  joinUrl,
  readNdjson,
  readSse,
  countTokensExactly,
  listModels,
  probeVision,
  deleteUploadedImage,
  uploadImage,
  conversationCost,
  conversationTotals,
  createChatStore,
  createTokenCorrection,
  tokenCost,
  createConversationStore,
  createDraftStore,
  KitError,
} from './core.js';
export type {
  AskPerson,
  Chooser,
  ExpandContext,
  ExpandedFile,
  ExpandedImage,
  FileFacts,
  FileSource,
  KeepBytesOptions,
  ImageSource,
  IntakeOptions,
  IntakeRejection,
  IntakeRejectionCode,
  IntakeResult,
  IntakeSource,
  ImageInfo,
  ImageMediaType,
  Orientation,
  Size,
  SourceLimits,
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
  ChatMessage,
  ChatRole,
  FilePart,
  FileSupport,
  ImageData,
  ImagePart,
  MessagePart,
  Problem,
  ProblemCode,
  ProblemFix,
  ReasoningPart,
  RequestTotal,
  RequestTotals,
  SourcePart,
  TextPart,
  TextRange,
  ToolCallPart,
  ToolCallState,
  TokenEstimate,
  RequestPreparation,
  RequestPreparationOptions,
  RequestPreview,
  RequestQuestion,
  ImageRefits,
  FailureClass,
  ServerPreset,
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireCapabilities,
  WireFacts,
  WireFormat,
  WireOptions,
  WireQuirks,
  WireRequest,
  WireWarning,
  HeadersCall,
  Transport,
  TransportOptions,
  TransportRequest,
  AskOptions,
  ListedModel,
  UploadedImage,
  UploadImageOptions,
  AnswerStatus,
  AnswerWait,
  ConversationTotals,
  MessageVersions,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  BodyCall,
  ChatTrace,
  Connection,
  Cost,
  OwnBody,
  SendInput,
  SendOutcome,
  TokenCorrection,
  TokenPrice,
  ConversationStore,
  Draft,
  DraftStore,
  StorageProblem,
  KitErrorCode,
  KitErrorFacts,
} from './core.js';

// Hooks
export { useKitQueryClient } from './react/kit-query-client.js';
export { batchCsv, batchJsonl } from './batch/batch-table.js';
export { useBatch } from './react/batch/use-batch.js';
export { mergeProps } from './react/merge-props.js';
export { useImageChat } from './react/use-image-chat.js';
export { useImageCamera } from './react/use-image-camera.js';
export { useImageClipboard } from './react/use-image-clipboard.js';
export { useImageDrop } from './react/use-image-drop.js';
export { useImageLink } from './react/use-image-link.js';
export { useImageMessage } from './react/use-image-message.js';
export { useImagePaste } from './react/use-image-paste.js';
export { useImagePicker } from './react/use-image-picker.js';
export { useImageQueue } from './react/use-image-queue.js';
export { useImageScreen } from './react/use-image-screen.js';
export { useMentions } from './react/use-mentions.js';
export { useModels } from './react/use-models.js';
export { useObjectUrl } from './react/use-object-url.js';
export { useQuestionMessage } from './react/use-question-message.js';
export type { Batch, BatchOptions } from './react/batch/batch-types.js';
export type {
  BatchPicture,
  BatchPictureProblem,
  BatchRow,
  BatchStep,
} from './batch/image-types.js';
export type { Models, ModelsOptions } from './react/use-models.js';
export type {
  ImageChat as ImageChatHook,
  ImageChatComposer,
  ImageChatOptions,
  ImageMessage,
  ImageMessageOptions,
  ImageQueueHook,
  ImageQueueHookOptions,
  QuestionOptions,
} from './react/types.js';
export type {
  ImageCamera,
  ImageCameraStatus,
  ImageClipboard,
  ImageDrop,
  ImageLink,
  ImagePaste,
  ImagePasteOptions,
  ImagePicker,
  ImagePickerOptions,
  ImageScreen,
  IntakeHookOptions,
} from './react/intake-types.js';
export type { ChoosablePicture, DetailChoice, DetailChoices } from './queue/detail-choices.js';
export type {
  ImageUpload,
  RemoveUpload,
  UploadImage,
  UploadInput,
  UploadOptions,
  UploadProblem,
  UploadStatus,
} from './uploads/types.js';

// Components
export { Announcer, useAnnounce } from './components/parts/announcer/index.js';
export {
  useComposer,
  useQueueIntake,
  ComposerAddButton,
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  ComposerStop,
  ComposerSummary,
  ComposerUndo,
  ComposerUnsent,
} from './components/parts/composer/index.js';
export { DropzoneContext, DropzoneHint, DropzoneRoot } from './components/parts/dropzone/index.js';
export {
  imagesOf,
  textOf,
  MessagesActions,
  MessagesCopy,
  MessagesImage,
  MessagesImages,
  MessagesItem,
  MessagesJump,
  MessagesList,
  MessagesText,
  useImageUrl,
  useMessage,
} from './components/parts/messages/index.js';
export {
  TrayDetail,
  TrayEdit,
  TrayItem,
  TrayNumber,
  TrayProgress,
  TrayRemove,
  TrayRetry,
  TrayRoot,
  TraySame,
  TrayStatus,
  TrayThumbnail,
  TrayWarning,
} from './components/parts/tray/index.js';
export { BatchPanel } from './components/styled/batch/BatchPanel.js';
export { BatchPanelView } from './components/styled/batch/BatchPanelView.js';
export { AddMenu } from './components/styled/adding/AddMenu.js';
export { Composer } from './components/styled/composer/Composer.js';
export { EmptyChat } from './components/styled/chat/EmptyChat.js';
export { IconButton } from './components/styled/shared/IconButton.js';
export { ImageChat } from './components/styled/chat/ImageChat.js';
export { ImageChatView } from './components/styled/chat/ImageChatView.js';
export { ImageDropzone } from './components/styled/tray/ImageDropzone.js';
export { ImageTray } from './components/styled/tray/ImageTray.js';
export { KitRoot } from './components/styled/chat/KitRoot.js';
export { Lightbox } from './components/styled/lightbox/Lightbox.js';
export { MarkupDialog, QueueMarkup } from './components/styled/markup/MarkupDialog.js';
export { MessageList } from './components/styled/messages/MessageList.js';
export { MentionMenu } from './components/styled/composer/MentionMenu.js';
export { MentionText } from './components/styled/messages/MentionText.js';
export { MessageTotals } from './components/styled/composer/MessageTotals.js';
export { Notice } from './components/styled/shared/Notice.js';
export { RemovalNotice } from './components/styled/messages/RemovalNotice.js';
export { UsageLine } from './components/styled/chat/UsageLine.js';
export { VersionSwitch } from './components/styled/messages/VersionSwitch.js';
export { QueueLightbox } from './components/styled/lightbox/QueueLightbox.js';
export { arabicBatchWords } from './components/words/arabic/batch.js';
export { arabicWords } from './components/words/arabic/words.js';
export { englishBatchWords } from './components/words/english/batch.js';
export { englishWords } from './components/words/english/words.js';
export { germanBatchWords } from './components/words/german/batch.js';
export { germanWords } from './components/words/german/words.js';
export { useWords, WordsProvider } from './components/words/WordsProvider.js';
export type { Announce, AnnouncerProps } from './components/parts/announcer/index.js';
export type {
  ComposerAddButtonProps,
  ComposerInputProps,
  ComposerIntake,
  ComposerModel,
  ComposerRootProps,
  ComposerSendProps,
  ComposerState,
  ComposerStopProps,
  ComposerSummaryProps,
  ComposerUndoProps,
  ComposerUnsentProps,
} from './components/parts/composer/index.js';
export type { AddingWords } from './components/words/english/adding.js';
export type { AnswerPartsWords } from './components/words/english/answer-parts.js';
export type { DescribeImages } from './messages/describe-images.js';
export type { DescribingWords } from './components/words/english/describing.js';
export type { WaitingWords } from './components/words/english/waiting.js';
export type {
  DropzoneHintProps,
  DropzoneRootProps,
  DropzoneState,
} from './components/parts/dropzone/index.js';
export type {
  MessagesActionsProps,
  MessagesCopyProps,
  MessagesImageProps,
  MessagesImagesProps,
  MessagesItemProps,
  MessagesJumpProps,
  MessagesListProps,
  MessagesListState,
  MessagesTextProps,
  MessageState,
} from './components/parts/messages/index.js';
export type {
  TrayDetailProps,
  TrayEditProps,
  TrayItemProps,
  TrayItemState,
  TrayNumberProps,
  TrayProgressProps,
  TrayQueue,
  TrayRemoveProps,
  TrayRetryProps,
  TrayRootProps,
  TraySameProps,
  TrayStatusProps,
  TrayThumbnailProps,
  TrayWarningProps,
} from './components/parts/tray/index.js';
export type { PartProps, PartRender, PartState } from './components/parts/part/index.js';
export type { BatchPanelProps } from './components/styled/batch/BatchPanel.js';
export type { BatchPanelViewProps } from './components/styled/batch/BatchPanelView.js';
export type { BatchWords } from './components/words/english/batch.js';
export type { ComposerProps } from './components/styled/composer/Composer.js';
export type { EmptyChatProps } from './components/styled/chat/EmptyChat.js';
export type { IconButtonProps } from './components/styled/shared/IconButton.js';
export type { ImageChatProps } from './components/styled/chat/ImageChat.js';
export type { ImageChatViewProps } from './components/styled/chat/ImageChatView.js';
export type { ImageDropzoneProps } from './components/styled/tray/ImageDropzone.js';
export type { ImageTrayProps } from './components/styled/tray/ImageTray.js';
export type { KitRootProps, Theme } from './components/styled/chat/KitRoot.js';
export type { LightboxProps } from './components/styled/lightbox/types.js';
export type { LightboxImage } from './components/styled/lightbox/types.js';
export type { MarkupDialogProps, MarkupResult } from './components/styled/markup/index.js';
export type { MarkupWords } from './components/words/english/markup.js';
export type { MessageListProps } from './components/styled/messages/types.js';
export type { MessageTotalsProps } from './components/styled/composer/MessageTotals.js';
export type { NoticeAction, NoticeProps } from './components/styled/shared/Notice.js';
export type { RemovalNoticeProps } from './components/styled/messages/RemovalNotice.js';
export type { UsageLineProps } from './components/styled/chat/UsageLine.js';
export type { VersionSwitchProps } from './components/styled/messages/VersionSwitch.js';
export type { QueueLightboxProps } from './components/styled/lightbox/types.js';
export type { QueueMarkupProps } from './components/styled/markup/types.js';
export type { Words } from './components/words/types.js';
export type { WordsProviderProps } from './components/words/WordsProvider.js';
