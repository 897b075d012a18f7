// Parts without looks
export { Announcer, useAnnounce } from './primitives/announcer/index.js';
export type { Announce, AnnouncerProps } from './primitives/announcer/index.js';
export {
  ComposerAddButton,
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  ComposerStop,
  ComposerSummary,
  ComposerUndo,
  ComposerUnsent,
  useComposer,
  useQueueIntake,
} from './primitives/composer/index.js';
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
} from './primitives/composer/index.js';
export { DropzoneContext, DropzoneHint, DropzoneRoot } from './primitives/dropzone/index.js';
export type {
  DropzoneHintProps,
  DropzoneRootProps,
  DropzoneState,
} from './primitives/dropzone/index.js';
export {
  imagesOf,
  MessagesActions,
  MessagesCopy,
  MessagesImage,
  MessagesImages,
  MessagesItem,
  MessagesJump,
  MessagesList,
  MessagesText,
  textOf,
  useImageUrl,
  useMessage,
} from './primitives/messages/index.js';
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
} from './primitives/messages/index.js';
export {
  TrayDetail,
  TrayEdit,
  TrayItem,
  TrayNumber,
  TrayProgress,
  TrayRemove,
  TrayRetry,
  TrayRoot,
  TrayStatus,
  TrayThumbnail,
  TrayWarning,
} from './primitives/tray/index.js';
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
  TrayStatusProps,
  TrayThumbnailProps,
  TrayWarningProps,
} from './primitives/tray/index.js';
export type { PartProps, PartRender, PartState } from './primitives/part/index.js';

// Parts with looks
export {
  BatchPanel,
  BatchPanelView,
  AddMenu,
  Composer,
  EmptyChat,
  IconButton,
  ImageChat,
  ImageChatView,
  ImageDropzone,
  ImageTray,
  KitRoot,
  Lightbox,
  MarkupDialog,
  MessageList,
  MentionMenu,
  MentionText,
  MessageTotals,
  Notice,
  RemovalNotice,
  UsageLine,
  VersionSwitch,
  QueueLightbox,
  QueueMarkup,
} from './styled/index.js';
export type {
  BatchPanelProps,
  BatchPanelViewProps,
  ComposerProps,
  EmptyChatProps,
  IconButtonProps,
  ImageChatProps,
  ImageChatViewProps,
  ImageDropzoneProps,
  ImageTrayProps,
  KitRootProps,
  LightboxImage,
  LightboxProps,
  MentionTextProps,
  MessageListProps,
  MessageTotalsProps,
  NoticeAction,
  NoticeProps,
  RemovalNoticeProps,
  UsageLineProps,
  VersionSwitchProps,
  QueueLightboxProps,
  QueueMarkupProps,
  Theme,
} from './styled/index.js';

export type { MarkupDialogProps, MarkupResult } from './markup/index.js';

// Words
export type { AddingWords } from './adding-words.js';
export { arabicBatchWords } from './batch-words-arabic.js';
export { germanBatchWords } from './batch-words-german.js';
export { englishBatchWords } from './batch-words.js';
export type { BatchWords } from './batch-words.js';
export { arabicWords } from './words-arabic.js';
export { germanWords } from './words-german.js';
export type { MarkupWords } from './markup/markup-words.js';
export { englishWords } from './words-english.js';
export type { Words } from './words.js';
export { useWords, WordsProvider } from './words-context.js';
export type { WordsProviderProps } from './words-context.js';
