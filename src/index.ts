'use client';
/** The map of the package: the core, then the chat, then the styled pieces that load later. */

export * from './core.js';
export * from './chat.js';

// Hooks of the menu that adds images: its code loads when it is opened
export { useImageCamera } from './react/use-image-camera.js';
export { useImageClipboard } from './react/use-image-clipboard.js';
export { useImageLink } from './react/use-image-link.js';
export { useImageScreen } from './react/use-image-screen.js';

export type { BatchImage, BatchImageProblem, BatchRow, BatchStep } from './batch/image-types.js';
export type { ChoosableImage, DetailChoice, DetailChoices } from './queue/detail-choices.js';
export type {
  ImageUpload,
  RemoveUpload,
  UploadImage,
  UploadInput,
  UploadOptions,
  UploadProblem,
  UploadStatus,
} from './uploads/types.js';
export { browserDictation } from './components/shared/browser-dictation.js';
export { EmptyChat } from './components/styled/chat/EmptyChat.js';
export { IconButton } from './components/styled/shared/IconButton.js';
export { KeyForm } from './components/styled/connecting/KeyForm.js';
export { ModelPicker } from './components/styled/connecting/ModelPicker.js';
export { ImageTray } from './components/styled/tray/ImageTray.js';
export { MessageList } from './components/styled/messages/MessageList.js';
export { MentionMenu } from './components/styled/composer/MentionMenu.js';
export { MentionText } from './components/styled/messages/MentionText.js';
export { MessageTotals } from './components/styled/composer/MessageTotals.js';
export { Notice } from './components/styled/shared/Notice.js';
export { RemovalNotice } from './components/styled/messages/RemovalNotice.js';
export { ThumbnailChooser } from './components/styled/choosing/ThumbnailChooser.js';
export { UsageLine } from './components/styled/chat/UsageLine.js';
export { VersionSwitch } from './components/styled/messages/VersionSwitch.js';
export { englishBatchWords } from './components/words/english/batch.js';
export { englishWords } from './components/words/english/words.js';
export type { AddingWords } from './components/words/english/adding.js';
export type { AnswerPartsWords } from './components/words/english/answer-parts.js';
export type { ChoosingWords } from './components/words/english/choosing.js';
export type { DescribeImages } from './messages/describe-images.js';
export type { ConnectingWords } from './components/words/english/connecting.js';
export type { ComposerItem, ComposerItems } from './components/styled/composer/composer-items.js';
export type { RegistryWords } from './components/words/english/registry.js';
export type { DictationWords } from './components/words/english/dictation.js';
export type {
  BrowserDictationOptions,
  Dictation,
  DictationCall,
  DictationFailure,
} from './components/shared/browser-dictation.js';
export type { DescribingWords } from './components/words/english/describing.js';
export type { QueueingWords } from './components/words/english/queueing.js';
export type { SendingWords } from './components/words/english/sending.js';
export type { MarkdownWords } from './components/words/english/markdown.js';
export type { RegionWords } from './components/words/english/regions.js';
export type { WaitingWords } from './components/words/english/waiting.js';
export type { BatchWords } from './components/words/english/batch.js';
export type { EmptyChatProps } from './components/styled/chat/EmptyChat.js';
export type { IconButtonProps } from './components/styled/shared/IconButton.js';
export type { KeyFormProps } from './components/styled/connecting/KeyForm.js';
export type { ModelPickerProps } from './components/styled/connecting/ModelPicker.js';
export type { ImageTrayProps } from './components/styled/tray/ImageTray.js';
export type {
  ImageToolsProps,
  MessageActionsProps,
  MessageFeedback,
  MessageSlots,
  ObjectPart,
  OwnMessageActions,
  PartRenderers,
  PartSlotProps,
} from './components/styled/messages/message-slots.js';
export type { FollowUpSource, Suggestion } from './components/styled/chat/Suggestions.js';
export type { MessageListProps } from './components/styled/messages/types.js';
export type { MessageTotalsProps } from './components/styled/composer/MessageTotals.js';
export type { NoticeAction, NoticeProps } from './components/styled/shared/Notice.js';
export type { RemovalNoticeProps } from './components/styled/messages/RemovalNotice.js';
export type { ThumbnailChooserProps } from './components/styled/choosing/ThumbnailChooser.js';
export type { UsageLineProps } from './components/styled/chat/UsageLine.js';
export type { VersionSwitchProps } from './components/styled/messages/VersionSwitch.js';
