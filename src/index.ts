'use client';
/** The map of the package: the core, then the chat, then every part it is made of. */

export * from './core.js';
export * from './chat.js';

// Hooks of the menu that adds images: its code loads when it is opened
export { useImageCamera } from './react/use-image-camera.js';
export { useImageClipboard } from './react/use-image-clipboard.js';
export { useImageLink } from './react/use-image-link.js';
export { useImageScreen } from './react/use-image-screen.js';

export { batchCsv, batchJsonl } from './batch/batch-table.js';
export type {
  BatchPicture,
  BatchPictureProblem,
  BatchRow,
  BatchStep,
} from './batch/image-types.js';
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
export { EmptyChat } from './components/styled/chat/EmptyChat.js';
export { IconButton } from './components/styled/shared/IconButton.js';
export { ImageTray } from './components/styled/tray/ImageTray.js';
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
export type { BatchWords } from './components/words/english/batch.js';
export type { EmptyChatProps } from './components/styled/chat/EmptyChat.js';
export type { IconButtonProps } from './components/styled/shared/IconButton.js';
export type { ImageTrayProps } from './components/styled/tray/ImageTray.js';
export type { LightboxImage, LightboxProps } from './components/styled/lightbox/types.js';
export type { MarkupDialogProps, MarkupResult } from './components/styled/markup/markup.lazy.js';
export type { MarkupWords } from './components/words/english/markup.js';
export type { MessageListProps } from './components/styled/messages/types.js';
export type { MessageTotalsProps } from './components/styled/composer/MessageTotals.js';
export type { NoticeAction, NoticeProps } from './components/styled/shared/Notice.js';
export type { RemovalNoticeProps } from './components/styled/messages/RemovalNotice.js';
export type { UsageLineProps } from './components/styled/chat/UsageLine.js';
export type { VersionSwitchProps } from './components/styled/messages/VersionSwitch.js';
export type { QueueLightboxProps } from './components/styled/lightbox/types.js';
export type { QueueMarkupProps } from './components/styled/markup/types.js';
